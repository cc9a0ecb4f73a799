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

    /**
     * These values of the article differ.
     *
     * @param along what the article has besides, as far as we know. The row says it again, because nobody knows whether
     *     Specter empties what a row leaves out (O22)
     */
    record Change(String articleNo, Map<ProductField, String> values, Map<ProductField, String> along)
            implements ArticlePlan {

        /** All that the row says. */
        Map<ProductField, String> row() {
            Map<ProductField, String> row = new TreeMap<>(along);
            row.putAll(values);
            return row;
        }
    }

    /**
     * What the plan follows from beside the variant.
     *
     * @param article what is known of the article in Specter; null for nothing
     * @param told what Specter has told of the article
     * @param decidesElsewhere whether another shop decides about the article
     */
    record Around(ProductSetup setup, @Nullable Article article, ToldArticles.Told told, boolean decidesElsewhere) {}

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
            return created(articleNo, seen, all, follow, around);
        }
        boolean marked = marked(row, around.setup()).equals(sent.values().get(NAME));
        Map<ProductField, String> change = different(follow, sent.values());
        placeWhole(change, all);
        if (marked) {
            change.put(NAME, seen.get(NAME));
        }
        return change.isEmpty() ? new Nothing() : held(articleNo, change, change(articleNo, change, follow, around));
    }

    /** Nothing was written yet. An article of which Specter has told is changed; none is made of it. */
    private static ArticlePlan created(
            String articleNo,
            Map<ProductField, String> seen,
            Map<ProductField, String> all,
            Map<ProductField, String> follow,
            Around around) {
        if (around.told().isThere() && !follow.isEmpty()) {
            return held(articleNo, follow, change(articleNo, follow, Map.of(), around));
        }
        // Specter makes no article without a name.
        all.put(NAME, Objects.requireNonNull(seen.get(NAME)));
        return held(articleNo, all, new Create(articleNo, all, around.told().isMissing() ? Map.of() : follow));
    }

    /** The values that the shop has last, and else those that Specter has told last. */
    private static Change change(
            String articleNo, Map<ProductField, String> values, Map<ProductField, String> follow, Around around) {
        Map<ProductField, String> along = new TreeMap<>(around.told().values());
        if (!SpecterLimits.objections(ProductField.article(articleNo, along)).isEmpty()) {
            along.clear();
        }
        if (SpecterLimits.objections(ProductField.article(articleNo, follow)).isEmpty()) {
            along.putAll(follow);
        }
        along.keySet().removeAll(values.keySet());
        return new Change(articleNo, values, along);
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
        return change(
                articleNo(row, article),
                Map.of(NAME, name),
                only(sent.values(), around.setup(), Set.of(Mode.FOLLOW)),
                around);
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
