package se.brygga.activities.products.specter;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.articles.ArticleBook.Article;
import se.brygga.activities.products.specter.ArticlePlan.Around;
import se.brygga.activities.products.specter.ArticlePlan.Change;
import se.brygga.activities.products.specter.ArticlePlan.Create;
import se.brygga.activities.products.specter.ProductRow.Kind;
import se.brygga.activities.products.specter.ProductRow.Standing;
import se.brygga.activities.products.specter.ProductRow.State;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** Makes the plans of many variants at a time, with what the books know around them. */
final class ArticlePlans {

    /** Where a variant stands whose article is to be written. */
    static final Standing NEW = new Standing(State.PENDING, null, Detail.NONE, Instant.EPOCH);

    private final ProductLook.Whose whose;
    private final ProductLook.Books books;

    ArticlePlans(ProductLook.Whose whose, ProductLook.Books books) {
        this.whose = whose;
        this.books = books;
    }

    /** The plans in the order of the variants. */
    Map<ProductRow, ArticlePlan> of(List<ProductRow> rows) {
        List<String> skus = rows.stream().map(ProductRow::sku).toList();
        Map<String, Article> articles = books.articles().find(whose.shop().tenant(), skus);
        Map<String, ToldArticles.Told> told = books.told().of(whose.shop().tenant(), skus);
        Map<Long, Set<String>> variants = variantsOfMains(rows);
        Map<String, Set<String>> others = books.products()
                .inOtherShops(
                        whose.shop(),
                        Stream.concat(skus.stream(), variants.values().stream().flatMap(Set::stream))
                                .collect(Collectors.toSet()));
        Set<String> first = whose.decideFirst();
        Map<ProductRow, ArticlePlan> plans = new LinkedHashMap<>();
        for (ProductRow row : rows) {
            Set<String> elsewhere = others.getOrDefault(row.sku(), Set.of());
            boolean decided = row.seen().traits().gone()
                    ? !elsewhere.isEmpty()
                    : deciding(row, variants).stream()
                            .allMatch(sku ->
                                    others.getOrDefault(sku, Set.of()).stream().anyMatch(first::contains));
            plans.put(
                    row,
                    ArticlePlan.of(
                            row,
                            new Around(
                                    whose.setup(),
                                    articles.get(row.sku()),
                                    told.getOrDefault(row.sku(), ToldArticles.Told.NOTHING),
                                    decided)));
        }
        return plans;
    }

    /** The SKUs that say which shop decides: a main article is decided about where all of its variants' articles are. */
    private static Set<String> deciding(ProductRow row, Map<Long, Set<String>> variants) {
        Set<String> own = Set.of(row.sku());
        return isMain(row) ? variants.getOrDefault(row.seen().ref().productId(), own) : own;
    }

    /** The variants of those products whose main article is among the rows: those in the rows, else those in the books. */
    private Map<Long, Set<String>> variantsOfMains(List<ProductRow> rows) {
        Set<Long> products = rows.stream()
                .filter(ArticlePlans::isMain)
                .map(row -> row.seen().ref().productId())
                .collect(Collectors.toSet());
        if (products.isEmpty()) {
            return Map.of();
        }
        Map<Long, Set<String>> variants = byProduct(books.products().ofProducts(whose.shop(), products));
        variants.putAll(byProduct(rows));
        return variants;
    }

    private static Map<Long, Set<String>> byProduct(List<ProductRow> rows) {
        return rows.stream()
                .filter(row -> !isMain(row) && !row.seen().spelled().isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.seen().ref().productId(), Collectors.mapping(ProductRow::sku, Collectors.toSet())));
    }

    private static boolean isMain(ProductRow row) {
        return row.seen().traits().kind() == Kind.MAIN;
    }

    /** Whether a system has said no, and would say no again. */
    private static boolean isAnswered(@Nullable Cause cause) {
        return cause == Cause.PRODUCT_REFUSED || cause == Cause.PRODUCT_NUMBER_NOT_TAKEN;
    }

    /**
     * Where a variant with this plan stands.
     *
     * @param before what the books have; null for nothing
     * @param again whether what a system has refused is tried again
     */
    static Standing standing(ArticlePlan plan, ProductRow row, @Nullable ProductRow before, boolean again) {
        return switch (plan) {
            case ArticlePlan.Nothing _ -> new Standing(State.SETTLED, null, Detail.NONE, Instant.EPOCH);
            case ArticlePlan.Left _ -> new Standing(State.LEFT, null, Detail.NONE, Instant.EPOCH);
            case ArticlePlan.Waits waits -> new Standing(State.WAITING, waits.cause(), waits.detail(), Instant.EPOCH);
            case Create _, Change _ ->
                before != null
                                && !again
                                && isAnswered(before.standing().cause())
                                && before.seen().equals(row.seen())
                        ? before.standing()
                        : NEW;
        };
    }
}
