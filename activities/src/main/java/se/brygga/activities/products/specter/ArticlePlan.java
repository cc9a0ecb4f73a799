package se.brygga.activities.products.specter;

import static se.brygga.setup.products.ProductField.MAIN_ARTICLE;
import static se.brygga.setup.products.ProductField.NAME;
import static se.brygga.setup.products.ProductField.VARIANT_VALUES;
import static se.brygga.setup.products.ProductField.VAT_RATE;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.articles.ArticleBook.Article;
import se.brygga.activities.articles.ArticleBook.Gone;
import se.brygga.activities.products.specter.ProductRow.Kind;
import se.brygga.clients.specter.order.SpecterLimits;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** What is to be done with a variant's article. Pure. */
sealed interface ArticlePlan {

    /** The article has what it should have. */
    record Nothing() implements ArticlePlan {}

    /** Another shop decides about the article. */
    record Left() implements ArticlePlan {}

    /** Nothing is written until a person has mended something. */
    record Waits(Cause cause, Detail detail) implements ArticlePlan {}

    /**
     * Nothing was written yet. Nobody knows whether Specter has the article.
     *
     * @param values all that a new article gets
     * @param follow those of them that an article gets which Specter has already
     */
    record Create(String articleNo, Map<ProductField, String> values, Map<ProductField, String> follow)
            implements ArticlePlan {}

    /** These values of the article differ. */
    record Change(String articleNo, Map<ProductField, String> values) implements ArticlePlan {}

    /**
     * What the plan follows from beside the variant.
     *
     * @param article what is known of the article in Specter; null for nothing
     * @param decidesElsewhere whether another shop decides about the article
     */
    record Around(ProductSetup setup, @Nullable Article article, boolean decidesElsewhere) {}

    /** The plan of a variant. */
    static ArticlePlan of(ProductRow row, Around around) {
        if (around.decidesElsewhere()) {
            return new Left();
        }
        if (row.seen().traits().gone()) {
            return ofGone(row, around);
        }
        Waits unclear = unclear(row, around.article());
        return unclear == null ? ofThere(row, around) : unclear;
    }

    /** Why nobody knows which article is meant, or whether there may be one; null when all is clear. */
    private static @Nullable Waits unclear(ProductRow row, @Nullable Article article) {
        String spelled = row.seen().spelled();
        if (spelled.isEmpty()) {
            return new Waits(Cause.PRODUCT_WITHOUT_SKU, Detail.NONE);
        }
        if (row.seen().twin() != null) {
            return new Waits(Cause.PRODUCT_SKU_TWICE, Detail.value(SpecterLimits.shown(spelled)));
        }
        if (article != null && article.gone() == Gone.DELETED) {
            return new Waits(Cause.ARTICLE_GONE, Detail.value(article.spelled()));
        }
        if (article != null && article.meant(spelled).findFirst().isEmpty()) {
            return new Waits(Cause.ARTICLE_SPELLED_TWICE, Detail.value(article.spelled()));
        }
        boolean there = row.sent() != null || (article != null && article.inSpecter());
        if (row.seen().traits().kind() == Kind.BUNDLE && !there) {
            return new Waits(Cause.PRODUCT_IS_BUNDLE, Detail.NONE);
        }
        return null;
    }

    private static ArticlePlan ofThere(ProductRow row, Around around) {
        Map<ProductField, String> seen = row.seen().values();
        String vat = seen.get(VAT_RATE);
        if (vat != null && around.setup().mode(VAT_RATE) != Mode.OFF && !ProductField.isWhole(vat)) {
            return new Waits(Cause.PRODUCT_VAT_NOT_WHOLE, Detail.value(vat + " %"));
        }
        if (!seen.containsKey(NAME)) {
            return new Waits(Cause.PRODUCT_WITHOUT_NAME, Detail.NONE);
        }
        String articleNo = articleNo(row, around.article());
        Map<ProductField, String> follow = only(seen, around.setup(), Set.of(Mode.FOLLOW));
        Map<ProductField, String> all = only(seen, around.setup(), Set.of(Mode.FOLLOW, Mode.CREATE));
        placeWhole(follow, all);
        ProductRow.Sent sent = row.sent();
        if (sent == null) {
            // Specter makes no article without a name.
            all.put(NAME, seen.get(NAME));
            return held(articleNo, all, new Create(articleNo, all, follow));
        }
        boolean marked = marked(row, around.setup()).equals(sent.values().get(NAME));
        Map<ProductField, String> change = different(follow, sent.values());
        placeWhole(change, all);
        if (marked) {
            change.put(NAME, seen.get(NAME));
        }
        return change.isEmpty() ? new Nothing() : held(articleNo, change, new Change(articleNo, change));
    }

    /** A row names the article's place in the structure whole, or not at all (ADR 20). */
    private static void placeWhole(Map<ProductField, String> some, Map<ProductField, String> all) {
        if (some.containsKey(MAIN_ARTICLE) || some.containsKey(VARIANT_VALUES)) {
            all.forEach((field, value) -> {
                if (field == MAIN_ARTICLE || field == VARIANT_VALUES) {
                    some.put(field, value);
                }
            });
        }
    }

    /** An article whose variant is gone stays. It is marked, if the set-up says so. */
    private static ArticlePlan ofGone(ProductRow row, Around around) {
        ProductRow.Sent sent = row.sent();
        if (sent == null || around.setup().removed() == ProductSetup.Removed.KEEP) {
            return new Nothing();
        }
        Article article = around.article();
        if (article != null
                && (article.gone() == Gone.DELETED
                        || article.meant(row.seen().spelled()).findFirst().isEmpty())) {
            return new Nothing();
        }
        String name = marked(row, around.setup());
        if (name.equals(sent.values().get(NAME))) {
            return new Nothing();
        }
        return new Change(articleNo(row, article), Map.of(NAME, name));
    }

    /** The name of an article whose variant is gone. */
    private static String marked(ProductRow row, ProductSetup setup) {
        return SpecterLimits.articleName(setup.removedMark() + " "
                + row.seen().values().getOrDefault(NAME, row.seen().spelled()));
    }

    /** The number as Specter spells it, else as the shop does. */
    private static String articleNo(ProductRow row, @Nullable Article article) {
        String spelled = row.seen().spelled();
        return article == null ? spelled : article.meant(spelled).findFirst().orElse(spelled);
    }

    /** The plan, unless Specter cannot hold one of its values. */
    private static ArticlePlan held(String articleNo, Map<ProductField, String> values, ArticlePlan plan) {
        Detail number = SpecterLimits.articleNoObjection(Detail.NONE, articleNo);
        if (!number.isNone()) {
            return new Waits(Cause.PRODUCT_NUMBER_NOT_ALLOWED, Detail.value(SpecterLimits.shown(articleNo)));
        }
        List<Detail> objections = SpecterLimits.objections(ProductField.article(articleNo, values));
        return objections.isEmpty() ? plan : new Waits(Cause.PRODUCT_VALUE_NOT_ALLOWED, Detail.lines(objections));
    }

    private static Map<ProductField, String> only(
            Map<ProductField, String> values, ProductSetup setup, Set<Mode> modes) {
        return values.entrySet().stream()
                .filter(value -> modes.contains(setup.mode(value.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private static Map<ProductField, String> different(
            Map<ProductField, String> values, Map<ProductField, String> sent) {
        Map<ProductField, String> different = new TreeMap<>(values);
        different.entrySet().removeIf(value -> Objects.equals(value.getValue(), sent.get(value.getKey())));
        return different;
    }
}
