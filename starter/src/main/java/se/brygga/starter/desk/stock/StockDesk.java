package se.brygga.starter.desk.stock;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.stock.DriftBook;
import se.brygga.activities.stock.StockInquiry;
import se.brygga.setup.TenantSetup;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.feeds.Comparisons;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Why a shop shows what it shows of a SKU, and articles that go to no shop. */
@Component
public class StockDesk {

    /**
     * Articles that go to no shop, or that a shop must not sell.
     *
     * @param total how many there are, listed or not
     */
    public record WithheldArticles(List<WithheldArticle> articles, int total) {}

    /** The books of stock and articles. */
    @Component
    record Books(
            StockInquiry inquiry,
            ArticleBook articles,
            ArticleMasters masters,
            DirtyBook dirty,
            DriftBook drifts,
            SetupStore setups) {}

    private final Books books;
    private final TroubleDesk trouble;
    private final AuditBook audit;
    private final TransactionTemplate transactions;

    StockDesk(Books books, TroubleDesk trouble, AuditBook audit, TransactionTemplate transactions) {
        this.books = books;
        this.trouble = trouble;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Stock as a kind of comparison. */
    public Comparisons.Kind<StockDifference> comparison() {
        return new Comparisons.Kind<>(
                Feed.STOCK,
                shop -> books.drifts().drifts(shop).stream()
                        .map(StockDifference::of)
                        .toList());
    }

    /**
     * Why a shop shows what it shows of a SKU. No remote system is asked.
     *
     * @throws NotFound there is no such shop, or nothing is known of the SKU
     * @throws RequestRefused the shop gets no stock
     */
    public StockStory story(ShopRef shop, String sku) {
        NotFound.unless(() -> books.setups().named(shop.tenant()).shop(shop.shop()));
        StockInquiry.Answer answer = books.inquiry().about(shop, sku);
        if (answer.isUnknown()) {
            throw NotFound.because(Reason.SKU_NOT_KNOWN, sku, shop);
        }
        return StockStory.of(shop, answer, trouble.notWritten(Feed.STOCK, shop).orElse(null));
    }

    /**
     * Articles that go to no shop, or that a shop must not sell.
     *
     * @param limit largest number in the list; the answer says how many there are
     * @throws NotFound there is no such tenant
     */
    public WithheldArticles articles(String tenant, int limit) {
        NotFound.unless(() -> books.setups().named(tenant));
        List<ArticleBook.Article> withheld = books.articles().withheld(tenant);
        return new WithheldArticles(
                withheld.stream().limit(limit).map(WithheldArticle::of).toList(), withheld.size());
    }

    /**
     * Accepts what Specter says of an article. Or says, of two articles whose numbers differ in case only, which one is
     * meant.
     *
     * @return the article's number; the article goes to the shops with the next poll
     * @throws NotFound there is no such tenant
     * @throws RequestRefused the article is not withheld, it is not said which of two is meant, or nobody is named
     */
    public Outcome<String> accept(String tenant, String article, Operator operator) {
        operator.requireName();
        TenantSetup setup = NotFound.orElse(() -> books.setups().named(tenant));
        List<ShopRef> shops = setup.refs();
        transactions.executeWithoutResult(tx -> {
            books.articles().accept(tenant, article);
            books.masters().accepted(setup, article);
            books.dirty().mark(Feed.STOCK, shops);
            books.dirty().mark(Feed.PRICES, shops);
            audit.add(AuditBook.Deed.of(
                    operator.by(), "accept-article", tenant, "article " + article, operator.reason()));
        });
        return new Outcome.Followed<>(article, article);
    }
}
