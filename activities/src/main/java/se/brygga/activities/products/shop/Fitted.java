package se.brygga.activities.products.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.shop.WantedProduct.Article;
import se.brygga.clients.specter.feed.ArticleChange.Image;
import se.brygga.clients.specter.order.SpecterLimits;
import se.brygga.setup.products.Carriage;
import se.brygga.setup.products.Carriage.Misfit;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.setup.products.Values;
import se.brygga.setup.products.VariantValues;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * A wanted product as a shop can hold it: values that are off are left out, and values that may be cut or rounded are.
 * Pure.
 *
 * @param product with the articles that can go to the shop; deleted ones always can
 * @param waiting why the other articles wait, by SKU
 */
record Fitted(WantedProduct product, Map<String, Waits> waiting) {

    /** Nothing is written of an article until a person has mended something. */
    record Waits(Cause cause, Detail detail) {}

    /** The longest name of an attribute, and of a value. */
    private static final int LONGEST_VALUE = 50;

    static Fitted of(WantedProduct wanted, ProductSetup setup) {
        Map<ProductField, String> values = new TreeMap<>();
        Waits whole = fit(wanted.values(), setup, values);
        if (whole == null && !values.containsKey(ProductField.NAME)) {
            whole = new Waits(Cause.SHOP_PRODUCT_WITHOUT_NAME, Detail.NONE);
        }
        Map<String, Waits> waiting = new HashMap<>();
        List<Article> going = new ArrayList<>();
        Siblings siblings = new Siblings(wanted.there().size() > 1);
        for (Article article : wanted.articles()) {
            Map<ProductField, String> own = new TreeMap<>();
            Waits waits = article.deleted() ? null : whole;
            waits = waits == null ? objection(article, setup, own, siblings) : waits;
            if (waits == null) {
                going.add(new Article(article.articleNo(), article.former(), own, article.deleted()));
            } else {
                waiting.put(article.sku(), waits);
            }
        }
        List<Image> images = setup.mode(ProductField.IMAGES) == Mode.OFF ? List.of() : wanted.images();
        return new Fitted(new WantedProduct(wanted.key(), values, images, going), Map.copyOf(waiting));
    }

    private static @Nullable Waits objection(
            Article article, ProductSetup setup, Map<ProductField, String> values, Siblings siblings) {
        Waits waits = fit(article.values(), setup, values);
        // What distinguishes a variant is needed, whatever the set-up says of the field.
        String distinction = article.values().getOrDefault(ProductField.VARIANT_VALUES, "");
        if (!distinction.isEmpty()) {
            values.put(ProductField.VARIANT_VALUES, distinction);
        }
        if (article.deleted()) {
            return null;
        }
        if (!Sku.canBeInShop(article.articleNo())) {
            return new Waits(
                    Cause.SHOP_PRODUCT_NUMBER_NOT_ALLOWED, Detail.value(SpecterLimits.shown(article.articleNo())));
        }
        return waits == null ? siblings.objection(distinction) : waits;
    }

    /** Puts the values that go to a shop into {@code fitted}; returns why none of them can go, or null. */
    private static @Nullable Waits fit(
            Map<ProductField, String> values, ProductSetup setup, Map<ProductField, String> fitted) {
        for (Map.Entry<ProductField, String> entry : new TreeMap<>(values).entrySet()) {
            ProductField field = entry.getKey();
            if (setup.mode(field) == Mode.OFF || entry.getValue().isEmpty()) {
                continue;
            }
            Carriage carriage = field.carriage(Direction.TO_SHOP);
            String fits = fitting(entry.getValue(), carriage);
            if (fits == null) {
                return new Waits(
                        Cause.SHOP_PRODUCT_VALUE_NOT_ALLOWED,
                        Phrase.STARWEB_CANNOT_HOLD.with(field.places().specter()));
            }
            fitted.put(field, fits);
        }
        return null;
    }

    /** The value, cut or rounded where that is allowed; null when the shop cannot hold the value. */
    private static @Nullable String fitting(String value, Carriage carriage) {
        Integer decimals = carriage.decimals();
        if (decimals != null) {
            BigDecimal number = new BigDecimal(value);
            boolean rounded = number.stripTrailingZeros().scale() > decimals;
            return number.signum() < 0 || (rounded && carriage.misfit() != Misfit.ROUNDED)
                    ? null
                    : Values.number(number.setScale(decimals, RoundingMode.HALF_UP));
        }
        Integer longest = carriage.longest();
        if (longest == null || value.codePointCount(0, value.length()) <= longest) {
            return value;
        }
        return carriage.misfit() == Misfit.CUT
                ? value.substring(0, value.offsetByCodePoints(0, longest)).strip()
                : null;
    }

    /** The articles of one product that were looked at so far. They must differ, and in the same attributes. */
    private static final class Siblings {

        private final boolean several;
        private final Set<Map<String, String>> seen = new HashSet<>();
        private @Nullable Set<String> attributes;

        Siblings(boolean several) {
            this.several = several;
        }

        @Nullable
        Waits objection(String distinction) {
            Map<String, String> values = new LinkedHashMap<>(VariantValues.read(distinction));
            if (values.entrySet().stream()
                    .anyMatch(value -> isTooLong(value.getKey()) || isTooLong(value.getValue()))) {
                return new Waits(
                        Cause.SHOP_PRODUCT_VALUE_NOT_ALLOWED,
                        Phrase.STARWEB_CANNOT_HOLD.with(
                                ProductField.VARIANT_VALUES.places().specter()));
            }
            attributes = Objects.requireNonNullElse(attributes, values.keySet());
            boolean differs = !values.isEmpty() && values.keySet().equals(attributes) && seen.add(values);
            return several && !differs
                    ? new Waits(Cause.SHOP_PRODUCT_VARIANTS_ALIKE, Detail.value(SpecterLimits.shown(distinction)))
                    : null;
        }

        private static boolean isTooLong(String name) {
            return name.codePointCount(0, name.length()) > LONGEST_VALUE;
        }
    }
}
