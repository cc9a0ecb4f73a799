package se.brygga.starter.desk.stock;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.prices.HeldPriceBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.stock.DriftBook;
import se.brygga.activities.stock.StockBook;
import se.brygga.activities.stock.StockInquiry;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.feeds.Comparison;
import se.brygga.starter.desk.feeds.Comparisons;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** Why a shop shows what it shows of a SKU, and where its stock differs from Specter's. */
@Component
public class StockDesk {

    /** The books of stock and articles. */
    @Component
    record Books(
            StockInquiry inquiry,
            ArticleBook articles,
            StockBook stock,
            HeldPriceBook prices,
            DriftBook drifts,
            SetupStore setups) {}

    private final Books books;
    private final Comparisons comparisons;
    private final Comparisons.Kind<StockDifference> kind;
    private final TroubleDesk trouble;
    private final AuditBook audit;
    private final TransactionTemplate transactions;

    StockDesk(
            Books books,
            Comparisons comparisons,
            TroubleDesk trouble,
            AuditBook audit,
            TransactionTemplate transactions) {
        this.books = books;
        this.comparisons = comparisons;
        this.kind = new Comparisons.Kind<>(
                Feed.STOCK,
                shop -> books.drifts().drifts(shop).stream()
                        .map(StockDifference::of)
                        .toList());
        this.trouble = trouble;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Why a shop shows of a SKU what it shows. No remote system is asked.
     *
     * @throws IllegalArgumentException there is no such shop, it gets no stock, or nothing is known of the SKU
     */
    public StockStory story(ShopRef shop, String sku) {
        StockInquiry.Answer answer = books.inquiry().about(shop, sku);
        if (answer.isUnknown()) {
            throw new IllegalArgumentException("nothing is known of SKU \"" + sku
                    + "\": Specter has told no stock of it, and nobody has looked for it in " + shop);
        }
        return StockStory.of(shop, answer, trouble.notWritten(Feed.STOCK, shop).orElse(null));
    }

    /**
     * What the last comparison of the shop's stock found.
     *
     * @throws IllegalArgumentException there is no such shop, or it gets no stock
     */
    public Comparison<StockDifference> drift(ShopRef shop) {
        return comparisons.last(shop, kind);
    }

    /**
     * Compares the shop's whole stock now. A repeat compares once more.
     *
     * @param patience how long to wait; the comparison is made also after that
     * @throws IllegalArgumentException there is no such shop, or it gets no stock
     */
    public Outcome<Comparison<StockDifference>> compare(ShopRef shop, Operator operator, Duration patience) {
        return comparisons.compare(shop, kind, operator, patience);
    }

    /**
     * Articles that go to no shop, or that a shop must not sell.
     *
     * @throws IllegalArgumentException there is no such tenant
     */
    public List<HeldArticle> articles(String tenant) {
        return books.articles().held(books.setups().named(tenant).tenant()).stream()
                .map(HeldArticle::of)
                .toList();
    }

    /**
     * What Specter says of an article is right as it is; or, of two articles whose numbers differ in case, this one is meant.
     *
     * @return the article's number; it goes to the shops with the next poll
     * @throws IllegalArgumentException there is no such tenant, nothing is held back of the article, it is not said which of two
     *     is meant, or nobody is named
     */
    public Outcome<String> accept(String tenant, String article, Operator operator) {
        operator.requireName();
        List<ShopRef> shops = books.setups().named(tenant).refs();
        transactions.executeWithoutResult(tx -> {
            books.articles().accept(tenant, article);
            shops.forEach(books.stock()::markDirty);
            books.prices().markDirty(shops);
            audit.add(AuditBook.Deed.of(
                    operator.by(), "accept-article", tenant, "article " + article, operator.reason()));
        });
        return new Outcome.Followed<>("article " + article, article);
    }
}
