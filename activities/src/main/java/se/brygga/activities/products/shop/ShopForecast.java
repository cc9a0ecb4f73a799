package se.brygga.activities.products.shop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.products.groups.ArticleGroup;
import se.brygga.activities.products.shop.Fitted.Waits;
import se.brygga.activities.products.shop.ShopProductBook.Known;
import se.brygga.activities.products.shop.ShopProductBook.Known.Stage;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.shop.ShopCatalogue.ProductPage;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.specter.feed.ArticleChange.Image;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/**
 * What a plan compares where Specter is master: the articles as the shop could hold them, and the shop's variants. It
 * follows from the same books, groups and limits as the writes do. The shop is read, and nothing is written there.
 */
public final class ShopForecast {

    /** So many products are noted in one transaction. */
    private static final int AT_A_TIME = 100;

    /**
     * An article as the shop could hold it.
     *
     * @param product the same for all articles that are written together
     * @param values by field, as far as they are compared or given
     * @param cause why the article cannot go to the shop; null when it can
     */
    public record Wanted(
            String articleNo,
            String product,
            Map<ProductField, String> values,
            @Nullable Cause cause,
            Detail detail) {}

    /**
     * A variant of the shop.
     *
     * @param spelled its SKU; empty when it has none
     * @param values by field, where an article has the same number
     * @param unfinished whether the product still gets what a new product gets once
     */
    public record Found(String spelled, Map<ProductField, String> values, boolean unfinished) {}

    /** @param wanted without the articles of groups that nobody has confirmed, and without main articles */
    public record Both(List<Wanted> wanted, List<Found> found) {}

    private final ServedShop shop;
    private final ShopProductBook book;
    private final ProductSetup setup;
    private final List<ArticleGroup> groups;
    private final WantedProducts products;
    private final TransactionTemplate transactions;

    ShopForecast(
            ServedShop shop,
            ShopProductBook book,
            ProductSetup setup,
            List<ArticleGroup> groups,
            WantedProducts products,
            TransactionTemplate transactions) {
        this.shop = shop;
        this.book = book;
        this.setup = setup;
        this.groups = List.copyOf(groups);
        this.products = products;
        this.transactions = transactions;
    }

    /** Keys of the articles that are, or would be, variants of a product. */
    public Set<String> members() {
        return groups.stream().flatMap(ArticleGroup::skus).collect(Collectors.toSet());
    }

    /** Keys of the main articles, which become products and no variants. */
    public Set<String> mains() {
        Set<String> members = members();
        return groups.stream()
                .map(group -> Sku.key(group.no()))
                .filter(no -> !members.contains(no))
                .collect(Collectors.toSet());
    }

    /**
     * Reads the shop whole. The books note what the shop has of Specter's articles.
     *
     * @throws RemoteFailure the shop does not answer
     */
    public Both read() {
        Inventory inventory = new Inventory();
        for (int number = 1; ; number++) {
            ProductPage page = catalogue().products(number);
            page.products().forEach(inventory::add);
            if (page.last()) {
                break;
            }
        }
        List<WantedProduct> all =
                wanted(groups.stream().flatMap(ArticleGroup::skus).toList());
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            List<WantedProduct> some = all.subList(from, Math.min(from + AT_A_TIME, all.size()));
            List<Noted> noted = some.stream().flatMap(inventory::noted).toList();
            transactions.executeWithoutResult(
                    tx -> noted.forEach(one -> new ProductFinder(shop, book).note(one.there(), one.product())));
        }
        Map<Long, Found> found = new HashMap<>();
        List<Wanted> articles = all.stream()
                .flatMap(product -> compared(product, inventory, found).stream())
                .toList();
        return new Both(articles, inventory.found(found));
    }

    /** The same of these articles only, by the books. */
    public Both known(Collection<String> skus) {
        Map<Long, Found> found = new HashMap<>();
        List<Wanted> articles = wanted(skus).stream()
                .flatMap(product -> compared(product, null, found).stream())
                .filter(article -> skus.contains(Sku.key(article.articleNo())))
                .toList();
        return new Both(articles, List.copyOf(found.values()));
    }

    private ShopCatalogue catalogue() {
        return shop.web().catalogue();
    }

    private List<WantedProduct> wanted(Collection<String> skus) {
        Map<String, WantedProduct> all = new LinkedHashMap<>();
        Set<String> handled = new HashSet<>();
        for (String sku : new TreeSet<>(skus)) {
            if (handled.add(sku)) {
                products.of(sku).ifPresent(product -> {
                    handled.addAll(product.skus());
                    all.put(product.key(), product);
                });
            }
        }
        return List.copyOf(all.values());
    }

    /**
     * The articles of a product. Puts the variants that they have become into {@code found}, by id.
     *
     * @param inventory null where the books alone are asked
     */
    private List<Wanted> compared(WantedProduct product, @Nullable Inventory inventory, Map<Long, Found> found) {
        Fitted fitted = Fitted.of(product, setup);
        Map<String, WantedProduct.Article> going = fitted.product().articles().stream()
                .collect(Collectors.toMap(WantedProduct.Article::sku, Function.identity()));
        Set<Long> ids = book.productsOf(shop.ref(), product.numbers());
        Long id = ids.size() == 1 ? ids.iterator().next() : null;
        Known known = book.known(shop.ref(), id, product.numbers());
        boolean unfinished = known.stage() == Stage.FILLING;
        List<Wanted> articles = new ArrayList<>();
        for (WantedProduct.Article article : product.there()) {
            Optional<Known.Variant> variant = known.of(article, product.skus()).filter(one -> one.variantId() != null);
            Waits waits = waits(product, ids, variant.orElse(null), inventory);
            waits = waits == null ? fitted.waiting().get(article.sku()) : waits;
            WantedProduct.Article fits = going.getOrDefault(article.sku(), article);
            WantedProduct whole = going.containsKey(article.sku()) ? fitted.product() : product;
            Map<ProductField, String> values = new TreeMap<>(fits.values());
            if (id == null || unfinished || variant.isPresent()) {
                values.putAll(whole.values());
                values.putAll(shown(whole.images()));
                if (setup.visible()) {
                    values.put(ProductField.VISIBILITY, ShopPlan.VISIBLE);
                }
            }
            values.values().removeIf(String::isEmpty);
            articles.add(new Wanted(
                    article.articleNo(),
                    product.key(),
                    values,
                    waits == null ? null : waits.cause(),
                    waits == null ? Detail.NONE : waits.detail()));
            variant.ifPresent(one -> found.put(
                    Objects.requireNonNull(one.variantId()),
                    new Found(article.articleNo(), now(known, one, whole), unfinished)));
        }
        return articles;
    }

    /** Why nothing can be written of an article whatever its values are; null when something can. */
    private @Nullable Waits waits(
            WantedProduct product, Set<Long> ids, Known.@Nullable Variant variant, @Nullable Inventory inventory) {
        boolean others = ids.stream().anyMatch(id -> !product.numbers().containsAll(book.skusOf(shop.ref(), id)));
        if (ids.size() > 1 || others) {
            return new Waits(
                    Cause.SHOP_PRODUCT_SPLIT,
                    Detail.value(ids.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        if (inventory == null) {
            return null;
        }
        boolean gone = !inventory.products.keySet().containsAll(ids)
                || (variant != null && !inventory.variants.contains(variant.variantId()));
        return gone ? new Waits(Cause.SHOP_PRODUCT_GONE, Detail.NONE) : null;
    }

    private static Map<ProductField, String> now(Known known, Known.Variant variant, WantedProduct product) {
        Map<ProductField, String> values = new TreeMap<>(known.sent());
        values.putAll(variant.sent());
        List<String> keys = List.of(values.getOrDefault(ProductField.IMAGES, "").split("\n", -1));
        values.remove(ProductField.IMAGES);
        values.putAll(shown(product.images().stream()
                .filter(image -> keys.contains(ShopPlan.keyOf(image)))
                .toList()));
        return values;
    }

    /** Pictures as a person may look at them. */
    private static Map<ProductField, String> shown(List<Image> images) {
        return images.isEmpty()
                ? Map.of()
                : Map.of(ProductField.IMAGES, images.stream().map(Image::url).collect(Collectors.joining(" ")));
    }

    /** A product of the shop in which articles of a wanted product lie. */
    private record Noted(ShopProduct there, WantedProduct product) {}

    /** All that the shop has. */
    private final class Inventory {

        private final Map<Long, ShopProduct> products = new LinkedHashMap<>();
        private final Map<String, Set<Long>> bySku = new HashMap<>();
        private final Set<Long> variants = new HashSet<>();

        void add(ShopProduct product) {
            products.put(product.productId(), product);
            product.variants().forEach(variant -> {
                variants.add(variant.variantId());
                bySku.computeIfAbsent(Sku.key(variant.sku()), sku -> new TreeSet<>())
                        .add(product.productId());
            });
        }

        Stream<Noted> noted(WantedProduct wanted) {
            Set<Long> ids = new TreeSet<>(book.productsOf(shop.ref(), wanted.numbers()));
            wanted.with(wanted.there()).numbers().forEach(sku -> ids.addAll(bySku.getOrDefault(sku, Set.of())));
            return ids.stream()
                    .flatMap(id -> Stream.ofNullable(products.get(id)))
                    .map(product -> new Noted(whole(product), wanted));
        }

        /** A page has no long texts. */
        private ShopProduct whole(ShopProduct product) {
            return setup.mode(ProductField.LONG_TEXT) == Mode.FOLLOW
                    ? catalogue().product(product.productId()).orElse(product)
                    : product;
        }

        /** @param known what is known of variants that articles have become, by id */
        List<Found> found(Map<Long, Found> known) {
            return products.values().stream()
                    .flatMap(product -> product.variants().stream())
                    .map(variant -> found(variant, known.get(variant.variantId())))
                    .toList();
        }

        private Found found(ShopVariant variant, @Nullable Found known) {
            return known == null
                    ? new Found(Sku.trimmed(variant.sku()), Map.of(), false)
                    : new Found(Sku.trimmed(variant.sku()), known.values(), known.unfinished());
        }
    }
}
