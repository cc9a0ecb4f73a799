package se.brygga.activities.products.specter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.products.specter.ArticlePlan.Change;
import se.brygga.activities.products.specter.ArticlePlan.Create;
import se.brygga.activities.products.specter.ProductRow.State;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.SpecterClient;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterArticle.Existing;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/**
 * Writes articles to Specter. All writes may be repeated: creation leaves an article that exists, and a change sets
 * values. Specter has one answer for a call. So a call that is refused is halved until the bad article is alone.
 */
final class ArticleWriter {

    /** So many articles refused one by one, and none taken between: the trouble is not theirs. */
    static final int ALL_REFUSED = 25;

    private final SpecterClient specter;
    private final ShopRef shop;
    private final ProductBook book;
    private final ArticleBook articles;
    private final TransactionTemplate transactions;
    private int refusedInARow;

    ArticleWriter(
            SpecterClient specter,
            ShopRef shop,
            ProductBook book,
            ArticleBook articles,
            TransactionTemplate transactions) {
        this.specter = specter;
        this.shop = shop;
        this.book = book;
        this.articles = articles;
        this.transactions = transactions;
    }

    /** A variant whose article is to be created. */
    record Creation(ProductRow row, Create plan) {

        private SpecterArticle whole() {
            return ProductField.article(plan.articleNo(), plan.values());
        }

        private SpecterArticle follow() {
            return ProductField.article(plan.articleNo(), plan.follow());
        }
    }

    /** A variant whose article is to be changed. */
    record Difference(ProductRow row, Change plan) {

        private SpecterArticle changed() {
            return ProductField.article(plan.articleNo(), plan.row());
        }
    }

    /**
     * Creates articles where Specter has none, and gives those that Specter has the values that follow the shop.
     *
     * @return how many Specter took
     */
    int create(List<Creation> creations) {
        List<Creation> taken = submit(creations, Creation::row, Creation::whole, Existing.LEAVE);
        List<Creation> following =
                taken.stream().filter(one -> !one.plan().follow().isEmpty()).toList();
        List<Creation> overwritten = overwrite(following, Creation::row, Creation::follow);
        List<Creation> done = taken.stream()
                .filter(one -> one.plan().follow().isEmpty() || overwritten.contains(one))
                .toList();
        transactions.executeWithoutResult(tx -> {
            articles.createdBySync(
                    shop.tenant(),
                    done.stream().map(one -> one.plan().articleNo()).toList());
            done.forEach(one -> book.written(shop, one.row().sku(), one.plan().values()));
        });
        return done.size();
    }

    /** @return how many Specter took */
    int change(List<Difference> differences) {
        List<Difference> done = overwrite(differences, Difference::row, Difference::changed);
        transactions.executeWithoutResult(tx -> done.forEach(one -> book.written(
                shop, one.row().sku(), together(one.row(), one.plan().values()))));
        return done.size();
    }

    private static Map<ProductField, String> together(ProductRow row, Map<ProductField, String> change) {
        ProductRow.Sent sent = row.sent();
        Map<ProductField, String> values = new HashMap<>(sent == null ? Map.of() : sent.values());
        values.putAll(change);
        return values;
    }

    /**
     * Sets values. What an order had created stays withheld: Specter's journal tells of our own change, and not of its
     * staff's.
     */
    private <T> List<T> overwrite(List<T> rows, Function<T, ProductRow> row, Function<T, SpecterArticle> article) {
        List<String> numbers =
                rows.stream().map(one -> article.apply(one).articleNo()).toList();
        articles.changing(shop.tenant(), numbers);
        List<T> taken = submit(rows, row, article, Existing.OVERWRITE);
        articles.changing(shop.tenant(), numbers);
        return taken;
    }

    private <T> List<T> submit(
            List<T> rows, Function<T, ProductRow> row, Function<T, SpecterArticle> article, Existing existing) {
        if (rows.isEmpty()) {
            return List.of();
        }
        SpecterAnswer answer = specter.submitArticles(
                rows.stream().map(article).toList(),
                existing,
                rows.size() == 1 ? article.apply(rows.getFirst()).articleNo() : rows.size() + " articles");
        return switch (answer) {
            case SpecterAnswer.Done _ -> {
                refusedInARow = 0;
                yield rows;
            }
            case SpecterAnswer.Refused refused
            when rows.size() == 1 -> {
                waits(row.apply(rows.getFirst()), refused);
                yield List.of();
            }
            case SpecterAnswer.Refused _ -> halves(rows, row, article, existing);
            case SpecterAnswer.Duplicate duplicate ->
                throw new RemoteFailure(
                        RemoteSystem.SPECTER,
                        Kind.OUR_FAULT,
                        Why.UNREADABLE_ANSWER,
                        "newArticleSubmit: answered as an order is, code " + duplicate.code());
        };
    }

    private <T> List<T> halves(
            List<T> rows, Function<T, ProductRow> row, Function<T, SpecterArticle> article, Existing existing) {
        int middle = rows.size() / 2;
        List<T> taken = new ArrayList<>(submit(rows.subList(0, middle), row, article, existing));
        taken.addAll(submit(rows.subList(middle, rows.size()), row, article, existing));
        return taken;
    }

    private void waits(ProductRow row, SpecterAnswer.Refused refused) {
        refusedInARow++;
        if (refusedInARow >= ALL_REFUSED) {
            throw new RemoteFailure(
                            RemoteSystem.SPECTER,
                            Kind.REFUSED,
                            Why.SPECTER,
                            "newArticleSubmit: refuses every article, code " + refused.code())
                    .answering(refused.code())
                    .saying(refused.message());
        }
        book.stands(shop, row.sku(), State.WAITING, Cause.PRODUCT_REFUSED, Detail.value(refused.code()));
    }
}
