package se.brygga.activities.products.specter;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.articles.ArticleBook.Article;
import se.brygga.activities.products.specter.ArticlePlan.Around;
import se.brygga.activities.products.specter.ArticlePlan.Change;
import se.brygga.activities.products.specter.ArticlePlan.Create;
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
        Map<String, Set<String>> others = books.products().inOtherShops(whose.shop(), skus);
        Set<String> first = whose.decideFirst();
        Map<ProductRow, ArticlePlan> plans = new LinkedHashMap<>();
        for (ProductRow row : rows) {
            Set<String> elsewhere = others.getOrDefault(row.sku(), Set.of());
            boolean decided = row.seen().traits().gone()
                    ? !elsewhere.isEmpty()
                    : elsewhere.stream().anyMatch(first::contains);
            plans.put(row, ArticlePlan.of(row, new Around(whose.setup(), articles.get(row.sku()), decided)));
        }
        return plans;
    }

    /**
     * Where a variant with this plan stands.
     *
     * @param before what the books have; null for nothing
     * @param again whether an article that Specter has refused is tried again
     */
    static Standing standing(ArticlePlan plan, ProductRow row, @Nullable ProductRow before, boolean again) {
        return switch (plan) {
            case ArticlePlan.Nothing _ -> new Standing(State.SETTLED, null, Detail.NONE, Instant.EPOCH);
            case ArticlePlan.Left _ -> new Standing(State.LEFT, null, Detail.NONE, Instant.EPOCH);
            case ArticlePlan.Waits waits -> new Standing(State.WAITING, waits.cause(), waits.detail(), Instant.EPOCH);
            case Create _, Change _ ->
                before != null
                                && !again
                                && before.standing().cause() == Cause.PRODUCT_REFUSED
                                && before.seen().equals(row.seen())
                        ? before.standing()
                        : NEW;
        };
    }
}
