package se.brygga.activities.products.shop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.shop.ShopProductBook.Known;
import se.brygga.activities.products.shop.ShopProductBook.Known.Stage;
import se.brygga.activities.products.shop.WantedProduct.Article;
import se.brygga.clients.specter.feed.ArticleChange.Image;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;

/**
 * What is to be done for one product. Pure: the same books and the same articles give the same steps, and none when all
 * is done. Price and stock are not here, because the feeds write them.
 *
 * @param product as the shop can hold it
 */
record ShopPlan(WantedProduct product, Known known, ProductSetup setup) {

    /** One thing to be done for a product in the shop. */
    sealed interface Step {

        /** Create the product, hidden, with these articles as variants. */
        record Create(List<Article> articles) implements Step {}

        /** Add a variant to the product. */
        record AddVariant(Article article) implements Step {}

        /**
         * Change a variant.
         *
         * @param values those that differ
         * @param active null when that is right
         */
        record ChangeVariant(
                Known.Variant variant,
                Article article,
                Map<ProductField, String> values,
                @Nullable Boolean active) implements Step {

            boolean renumbers() {
                return !variant.sku().equals(article.sku());
            }
        }

        /** Change VAT rate, unit or supplier. */
        record ChangeProduct(Map<ProductField, String> values) implements Step {}

        /** Change name or texts in the shop's first language. */
        record SetTexts(Map<ProductField, String> values) implements Step {}

        /** Put the product into the category of this name. */
        record Categorise(String name) implements Step {}

        /** Show this picture with the product. */
        record AddImage(Image image) implements Step {}

        /** Hide the product, because all its articles are gone. */
        record Hide() implements Step {}

        /** Show the product, because an article is back, or because all is in place. */
        record Show() implements Step {}

        /** The product has all that it gets once. */
        record Settle() implements Step {}
    }

    /** As {@link ProductField#VISIBILITY} in the books: we have hidden the product because its articles are gone. */
    static final String HIDDEN_AS_GONE = "gone";

    static final String HIDDEN = "hidden";
    static final String VISIBLE = "visible";

    /** The shop shows the product to some customers only. Brygga leaves that alone. */
    static final String PRICE_LISTS = "price-lists";

    private static final Set<ProductField> OF_PRODUCT =
            EnumSet.of(ProductField.VAT_RATE, ProductField.UNIT, ProductField.SUPPLIER);
    private static final Set<ProductField> OF_TEXTS =
            EnumSet.of(ProductField.NAME, ProductField.SHORT_TEXT, ProductField.LONG_TEXT);
    static final Set<ProductField> OF_VARIANT =
            EnumSet.of(ProductField.BARCODE, ProductField.WEIGHT, ProductField.BUY_PRICE, ProductField.VARIANT_VALUES);

    /** @param priced whether the shop shows stock and price of all variants */
    List<Step> steps(boolean priced) {
        if (known.productId() == null) {
            List<Article> there = product.there();
            return there.isEmpty() ? List.of() : List.of(new Step.Create(there));
        }
        List<Step> steps = new ArrayList<>();
        product.articles().forEach(article -> ofArticle(article).ifPresent(steps::add));
        // A product with one variant gets values for it before it gets another variant.
        steps.sort(Comparator.comparing(step -> step instanceof Step.AddVariant));
        change(OF_PRODUCT).map(Step.ChangeProduct::new).ifPresent(steps::add);
        change(OF_TEXTS).map(Step.SetTexts::new).ifPresent(steps::add);
        change(Set.of(ProductField.CATEGORY))
                .map(change -> new Step.Categorise(Objects.requireNonNull(change.get(ProductField.CATEGORY))))
                .ifPresent(steps::add);
        images().forEach(image -> steps.add(new Step.AddImage(image)));
        ofProduct(steps.isEmpty(), priced).ifPresent(steps::add);
        return steps;
    }

    private Optional<Step> ofArticle(Article article) {
        Optional<Known.Variant> variant = known.of(article, product.skus());
        if (variant.isEmpty()) {
            return article.deleted() ? Optional.empty() : Optional.of(new Step.AddVariant(article));
        }
        return variant.flatMap(one -> change(one, article));
    }

    private Optional<Step> change(Known.Variant variant, Article article) {
        Map<ProductField, String> values = article.deleted()
                ? Map.of()
                : different(article.values(), variant.sent(), OF_VARIANT, Set.of(Mode.FOLLOW));
        boolean active = !article.deleted();
        Step.ChangeVariant change =
                new Step.ChangeVariant(variant, article, values, active == variant.active() ? null : active);
        boolean nothing = values.isEmpty() && change.active() == null && (article.deleted() || !change.renumbers());
        return nothing ? Optional.empty() : Optional.of(change);
    }

    private Optional<Map<ProductField, String>> change(Set<ProductField> fields) {
        if (product.there().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(different(product.values(), known.sent(), fields, written()))
                .filter(change -> !change.isEmpty());
    }

    /** The modes whose values are written now: those that are given once, while the product is new. */
    private Set<Mode> written() {
        return known.stage() == Stage.FILLING ? Set.of(Mode.FOLLOW, Mode.CREATE) : Set.of(Mode.FOLLOW);
    }

    private Map<ProductField, String> different(
            Map<ProductField, String> values,
            Map<ProductField, String> sent,
            Set<ProductField> fields,
            Set<Mode> modes) {
        return values.entrySet().stream()
                .filter(value -> fields.contains(value.getKey()) && modes.contains(setup.mode(value.getKey())))
                .filter(value -> !value.getValue().equals(sent.get(value.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** Pictures are added, and never taken away. */
    private List<Image> images() {
        if (product.there().isEmpty() || !written().contains(setup.mode(ProductField.IMAGES))) {
            return List.of();
        }
        List<String> shown =
                List.of(known.sent().getOrDefault(ProductField.IMAGES, "").split("\n", -1));
        return product.images().stream()
                .filter(image -> !shown.contains(keyOf(image)))
                .toList();
    }

    /** What tells a picture from another one. */
    static String keyOf(Image image) {
        return Objects.requireNonNullElse(image.checksum(), image.url());
    }

    /** Whether customers see the product. A product that is not complete stays hidden. */
    private Optional<Step> ofProduct(boolean complete, boolean priced) {
        String seen = known.sent().getOrDefault(ProductField.VISIBILITY, HIDDEN);
        if (product.there().isEmpty()) {
            return seen.equals(VISIBLE) ? Optional.of(new Step.Hide()) : Optional.empty();
        }
        if (seen.equals(HIDDEN_AS_GONE)) {
            return Optional.of(new Step.Show());
        }
        if (known.stage() == Stage.SETTLED || !complete) {
            return Optional.empty();
        }
        boolean show = setup.visible() && setup.mode(ProductField.VISIBILITY) != Mode.OFF && !seen.equals(VISIBLE);
        if (!show) {
            return Optional.of(new Step.Settle());
        }
        return priced ? Optional.of(new Step.Show()) : Optional.empty();
    }
}
