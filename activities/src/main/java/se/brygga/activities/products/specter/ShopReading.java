package se.brygga.activities.products.specter;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.specter.ProductRow.Kind;
import se.brygga.activities.products.specter.ProductRow.Seen;
import se.brygga.activities.products.specter.ProductRow.Traits;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.shop.ShopCatalogue.ProductPage;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.catalogue.CatalogueLists;
import se.brygga.clients.shop.catalogue.CatalogueLists.Entry;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.setup.products.InShop;
import se.brygga.setup.products.NameTemplate;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.Sku;

/** Reads a shop's products into the books' form. Lives for one look. */
final class ShopReading {

    /** Stands for the variant's id in the place of a main article. */
    private static final long NO_VARIANT = 0;

    private final ShopCatalogue catalogue;
    private final CatalogueLists lists;
    private final NameTemplate template;
    private final Map<String, BigDecimal> sold;
    private final BooleanSupplier sameCurrency;
    private final @Nullable String mainArticlesOf;
    private InShop.@Nullable Names names;

    /**
     * @param sold what the shop's orders have taken and Specter has not, by key. Known before anything is read: an order
     *     that comes meanwhile makes the opening stock too small, and never too large
     * @param sameCurrency whether the shop's amounts have the currency of the articles
     * @param mainArticlesOf key of the shop; null where Specter is not told which articles are one product
     */
    ShopReading(
            ShopCatalogue catalogue,
            CatalogueLists lists,
            NameTemplate template,
            Map<String, BigDecimal> sold,
            BooleanSupplier sameCurrency,
            @Nullable String mainArticlesOf) {
        this.catalogue = catalogue;
        this.lists = lists;
        this.template = template;
        this.sold = Map.copyOf(sold);
        this.sameCurrency = sameCurrency;
        this.mainArticlesOf = mainArticlesOf;
    }

    /** Reads pages until the last one. */
    void pages(IntFunction<ProductPage> read, Consumer<ProductPage> take) {
        for (int number = 1; ; number++) {
            ProductPage page = read.apply(number);
            take.accept(page);
            if (page.last()) {
                return;
            }
        }
    }

    /** The product; empty when the shop does not have it. */
    Optional<ShopProduct> product(long productId) {
        return catalogue.product(productId);
    }

    /**
     * The variants of these products by key, and their main articles. Of two variants with one key, the first has the
     * other as its twin.
     */
    Map<String, Seen> seen(List<ShopProduct> products) {
        return products.stream()
                .flatMap(product -> Stream.concat(
                        product.variants().stream().map(variant -> Map.entry(key(variant), seen(in(product, variant)))),
                        main(product).map(main -> Map.entry(Sku.key(main.spelled()), main))))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) -> one.withTwin(other.ref()),
                        LinkedHashMap::new));
    }

    private InShop in(ShopProduct product, ShopVariant variant) {
        return new InShop(product, variant, names(), sold.getOrDefault(key(variant), BigDecimal.ZERO));
    }

    private Seen seen(InShop in) {
        return new Seen(
                Sku.trimmed(in.variant().sku()),
                new VariantRef(in.product().productId(), in.variant().variantId()),
                ProductField.read(in, template),
                new Traits(
                        in.product().kind() == ShopProduct.Kind.BUNDLE ? Kind.BUNDLE : Kind.VARIANT,
                        template.cuts(in),
                        false),
                null);
    }

    /** What the product's main article is to have; empty when the product has none. */
    private Stream<Seen> main(ShopProduct product) {
        return product.variants().stream().limit(1).map(any -> in(product, any)).flatMap(in -> {
            Map<ProductField, String> values = ProductField.readMain(in);
            return Stream.ofNullable(in.mainArticleNo())
                    .map(number -> new Seen(
                            number,
                            new VariantRef(product.productId(), NO_VARIANT),
                            values,
                            new Traits(Kind.MAIN, in.cutsMainName(), false),
                            null));
        });
    }

    /** The key of a variant in the books. No SKU begins with #. */
    static String key(ShopVariant variant) {
        String key = Sku.key(variant.sku());
        return key.isEmpty() ? "#" + variant.variantId() : key;
    }

    /** Whether the shop still has a variant, or a product with a main article, with this key. */
    boolean isThere(VariantRef ref, String key) {
        return catalogue.product(ref.productId()).stream()
                .map(product -> seen(List.of(product)).get(key))
                .anyMatch(seen -> seen != null && (ref.equals(seen.ref()) || ref.equals(seen.twin())));
    }

    /** Read once, and only when there is a product to read. */
    private InShop.Names names() {
        InShop.Names known = names;
        if (known == null) {
            String language = lists.languages().stream().findFirst().orElse("");
            Map<Long, String> manufacturers = lists.manufacturers().stream()
                    .collect(Collectors.toMap(Entry::id, entry -> nameOf(entry, language), (one, other) -> one));
            known = new InShop.Names(
                    language, lists.usualVatRate(), manufacturers, sameCurrency.getAsBoolean(), mainArticlesOf);
            names = known;
        }
        return known;
    }

    private static String nameOf(Entry entry, String language) {
        return Stream.concat(Stream.ofNullable(entry.names().get(language)), entry.names().values().stream())
                .findFirst()
                .orElse("");
    }
}
