package se.brygga.activities.products.shop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.shop.ShopPlan.Step;
import se.brygga.activities.products.shop.ShopProductBook.Known;
import se.brygga.activities.products.shop.ShopProductBook.Known.Stage;
import se.brygga.activities.products.shop.ShopProductBook.Known.Variant;
import se.brygga.activities.products.shop.WantedProduct.Article;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductChange;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct.Shown;
import se.brygga.clients.shop.catalogue.VariantChange;
import se.brygga.setup.products.ProductField;

/**
 * Does the steps of one product. Each write is in the books before the next one. A creation is noted before the call, so
 * that a lost answer is followed by a look.
 */
final class ProductWriter {

    private static final int LONGEST_EXTERNAL_ID = 40;

    private final ServedShop shop;
    private final ShopProductBook book;
    private final ProductFinder finder;
    private final WantedProduct product;
    private final Map<ProductField, String> sent;
    private final @Nullable Long productId;
    private Stage stage;

    /** @param known the product as the books have it */
    ProductWriter(ServedShop shop, ShopProductBook book, WantedProduct product, Known known) {
        this.shop = shop;
        this.book = book;
        this.finder = new ProductFinder(shop, book);
        this.product = product;
        this.sent = new TreeMap<>(known.sent());
        this.productId = known.productId();
        this.stage = known.stage();
    }

    static String externalId(WantedProduct product) {
        return product.key().length() <= LONGEST_EXTERNAL_ID
                ? product.key()
                : product.key().substring(0, LONGEST_EXTERNAL_ID);
    }

    /**
     * Does a step.
     *
     * @return DONE, or that the shop has the product or the variant no more, or under another SKU
     * @throws RemoteFailure REFUSED, or OUR_FAULT for a value that no shop could hold: this step fails, others may not
     */
    Written write(Step step) throws ProductFinder.Split {
        return switch (step) {
            case Step.Create(List<Article> articles) -> create(articles);
            case Step.AddVariant(Article article) -> add(article);
            case Step.ChangeVariant change -> change(change);
            case Step.ChangeProduct(Map<ProductField, String> values) ->
                wrote(catalogue().change(id(), productChange(values)), values);
            case Step.SetTexts(Map<ProductField, String> values) ->
                wrote(catalogue().setText(id(), text(values)), values);
            case Step.Categorise(String name) ->
                wrote(
                        catalogue().putInCategory(id(), shop.names().category(name)),
                        Map.of(ProductField.CATEGORY, name));
            case Step.AddImage(var image) ->
                wrote(
                        catalogue().addImage(id(), shop.pictures().file(ShopPlan.keyOf(image), image.url())),
                        images(ShopPlan.keyOf(image)));
            case Step.Hide() -> hide();
            case Step.Show() -> shown(Shown.VISIBLE, ShopPlan.VISIBLE);
            case Step.Settle() -> {
                stage = Stage.SETTLED;
                yield wrote(Written.DONE, Map.of());
            }
        };
    }

    private ShopCatalogue catalogue() {
        return shop.web().catalogue();
    }

    private long id() {
        return Objects.requireNonNull(productId);
    }

    private Written wrote(Written written, Map<ProductField, String> values) {
        if (written == Written.DONE) {
            sent.putAll(values);
            book.product(shop.ref(), id(), stage, sent);
        }
        return written;
    }

    private Written create(List<Article> articles) throws ProductFinder.Split {
        ProductChange references = productChange(product.values());
        List<NewVariant> variants = articles.stream().map(this::variant).toList();
        NewProduct create = new NewProduct(
                externalId(product),
                references.vatRate(),
                references.unitId(),
                references.manufacturerId(),
                text(product.values()),
                variants);
        book.asking(shop.ref(), null, articles);
        try {
            long created = catalogue().create(create);
            Map<ProductField, String> given = new TreeMap<>(product.values());
            given.remove(ProductField.CATEGORY);
            given.put(ProductField.VISIBILITY, ShopPlan.HIDDEN);
            book.created(shop.ref(), created, given, articles);
            return Written.DONE;
        } catch (RemoteFailure failure) {
            notMade(failure, articles);
            if (failure.kind() == Kind.REFUSED && finder.adoptRefused(product)) {
                return Written.DONE;
            }
            throw failure;
        }
    }

    /** A creation whose outcome nobody knows stays noted. */
    private void notMade(RemoteFailure failure, List<Article> articles) {
        if (failure.kind() != Kind.OUTCOME_UNKNOWN) {
            book.notMade(shop.ref(), articles.stream().map(Article::sku).toList());
        }
    }

    private Written add(Article article) {
        NewVariant variant = variant(article);
        book.asking(shop.ref(), id(), List.of(article));
        try {
            Optional<VariantRef> ref = catalogue().addVariant(id(), variant);
            ref.ifPresentOrElse(
                    added -> book.variant(
                            shop.ref(),
                            added,
                            article,
                            new Variant(article.sku(), added.variantId(), true, article.values())),
                    () -> book.notMade(shop.ref(), List.of(article.sku())));
            return ref.isPresent() ? Written.DONE : Written.VARIANT_GONE;
        } catch (RemoteFailure failure) {
            notMade(failure, List.of(article));
            throw failure;
        }
    }

    private NewVariant variant(Article article) {
        Map<ProductField, String> values = article.values();
        return new NewVariant(
                article.articleNo(),
                shop.names().values(values.getOrDefault(ProductField.VARIANT_VALUES, "")),
                shop.stockStatus(),
                values.get(ProductField.BARCODE),
                number(values, ProductField.WEIGHT),
                number(values, ProductField.BUY_PRICE));
    }

    private Written change(Step.ChangeVariant change) {
        Variant variant = change.variant();
        Map<ProductField, String> values = change.values();
        String distinction = values.get(ProductField.VARIANT_VALUES);
        boolean renumbers = change.renumbers() && !change.article().deleted();
        VariantRef ref = new VariantRef(id(), Objects.requireNonNull(variant.variantId()));
        Written written = catalogue()
                .changeVariant(
                        ref,
                        variant.sku(),
                        new VariantChange(
                                renumbers ? change.article().articleNo() : null,
                                change.active(),
                                values.get(ProductField.BARCODE),
                                number(values, ProductField.WEIGHT),
                                number(values, ProductField.BUY_PRICE),
                                distinction == null ? null : shop.names().values(distinction)));
        if (written == Written.DONE) {
            Map<ProductField, String> now = new TreeMap<>(variant.sent());
            now.putAll(values);
            boolean active = change.active() == null ? variant.active() : change.active();
            book.variant(
                    shop.ref(), ref, change.article(), new Variant(variant.sku(), variant.variantId(), active, now));
        }
        return written;
    }

    private ProductChange productChange(Map<ProductField, String> values) {
        String unit = values.get(ProductField.UNIT);
        String supplier = values.get(ProductField.SUPPLIER);
        return new ProductChange(
                number(values, ProductField.VAT_RATE),
                unit == null ? null : shop.names().unit(unit),
                supplier == null ? null : shop.names().manufacturer(supplier),
                null);
    }

    private ProductText text(Map<ProductField, String> values) {
        return new ProductText(
                shop.names().language(),
                values.get(ProductField.NAME),
                values.get(ProductField.SHORT_TEXT),
                values.get(ProductField.LONG_TEXT));
    }

    private static @Nullable BigDecimal number(Map<ProductField, String> values, ProductField field) {
        String value = values.get(field);
        return value == null ? null : new BigDecimal(value);
    }

    private Map<ProductField, String> images(String another) {
        List<String> keys = new ArrayList<>(
                Stream.of(sent.getOrDefault(ProductField.IMAGES, "").split("\n", -1))
                        .filter(key -> !key.isEmpty())
                        .toList());
        keys.add(another);
        return Map.of(ProductField.IMAGES, keys.stream().distinct().collect(Collectors.joining("\n")));
    }

    /** Looks first: what the shop's staff had hidden before is not shown when an article is back. */
    private Written hide() {
        var there = catalogue().product(id());
        if (there.isEmpty()) {
            return Written.VARIANT_GONE;
        }
        return there.get().shown() == Shown.VISIBLE
                ? shown(Shown.HIDDEN, ShopPlan.HIDDEN_AS_GONE)
                : wrote(Written.DONE, Map.of(ProductField.VISIBILITY, ShopPlan.HIDDEN));
    }

    private Written shown(Shown shown, String as) {
        return wrote(
                catalogue().change(id(), new ProductChange(null, null, null, shown)),
                Map.of(ProductField.VISIBILITY, as));
    }
}
