package se.brygga.activities;

import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.articles.ArticleBooks;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.change.ChangeBook;
import se.brygga.activities.crypto.BlindIndex;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.feed.FeedBook;
import se.brygga.activities.feed.FeedLoops;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.SearchBook;
import se.brygga.activities.prices.ApprovalBook;
import se.brygga.activities.prices.PriceBook;
import se.brygga.activities.prices.PriceBooks;
import se.brygga.activities.prices.PriceDriftBook;
import se.brygga.activities.prices.ShopPriceBook;
import se.brygga.activities.push.ShopPushes;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.Callbacks;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.activities.stock.DriftBook;
import se.brygga.activities.stock.Stock;
import se.brygga.activities.stock.books.ShopStockBook;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.activities.stock.books.StockBooks;
import se.brygga.activities.transfer.Transfer;
import se.brygga.activities.transfer.UndoBook;
import se.brygga.clients.MovableTime;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All books, empty but for the set-up of {@link SampleSetup}. */
public final class Books {

    public final MovableTime time;
    public final JdbcClient jdbc;
    public final Database database;
    /** Every statement so far, without its values. */
    public final Collection<String> statements = new ConcurrentLinkedQueue<>();

    public final TransactionTemplate transactions = TestDatabase.transactions();
    public final SetupStore setups;
    public final AttentionBook attention;
    public final AuditBook audit;
    public final UndoBook undo;
    public final OrderBook orders;
    public final SearchBook searches;
    public final Transfer transfer;
    public final ChangeBook changes;
    public final ArticleBooks articleFlow;
    public final ArticleBook articles;
    public final IntakeBook marks;
    public final FeedLoops feedLoops;
    public final FeedBook feeds;
    public final NoticeBook notices;
    public final SpecterOrderBook specterOrders;
    public final Callbacks statusFlow;
    public final CallbackBook callbacks;
    public final Stock stockFlow;
    public final StockBooks stockBooks;
    public final StockBook stock;
    public final SoldGoodsBook sold;
    public final ShopStockBook shopStock;
    public final DirtyBook dirty;
    public final ComparisonBook comparisons;
    public final ShopPushes pushes;
    public final SleepBook sleeps;
    public final LoopBook loops;
    public final DriftBook drifts;
    public final VariantBook variants;
    public final PriceBooks priceBooks;
    public final PriceBook prices;
    public final ShopPriceBook shopPrices;
    public final ApprovalBook approvals;
    public final PriceDriftBook priceDrifts;

    private final Vault vault = Vault.demo();

    public Books(MovableTime time) {
        this.time = time;
        DataSource source = TestDatabase.empty();
        jdbc = JdbcClient.create(new JdbcTemplate(source) {
            @Override
            protected void applyStatementSettings(Statement statement) {
                statements.add(statement.toString());
            }
        });
        database = new Database(source, jdbc, transactions, time);
        setups = new SetupStore(jdbc, transactions, vault, time);
        attention = new AttentionBook(jdbc, time);
        audit = new AuditBook(jdbc, time);
        BlindIndex index = new BlindIndex(jdbc, vault);
        searches = new SearchBook(jdbc, index);
        orders = new OrderBook(jdbc, transactions, vault, time, attention, searches);
        transfer = new Transfer(database, vault, index, orders, attention);
        changes = new ChangeBook(jdbc, transactions, vault, time, orders, attention);
        marks = new IntakeBook(jdbc);
        notices = new NoticeBook(jdbc, time);
        feedLoops = new FeedLoops(database, notices);
        feeds = feedLoops.book();
        articleFlow = new ArticleBooks(database, notices);
        articles = articleFlow.book();
        specterOrders = new SpecterOrderBook(jdbc, transactions, time);
        statusFlow = new Callbacks(database, attention, specterOrders);
        callbacks = statusFlow.book();
        undo = transfer.undo(callbacks, audit);
        dirty = new DirtyBook(database);
        stockBooks = StockBooks.of(database, articleFlow, dirty);
        stockFlow = new Stock(database, stockBooks);
        stock = stockBooks.specter();
        sold = stockBooks.sold();
        shopStock = stockBooks.inShops();
        comparisons = new ComparisonBook(database, dirty);
        pushes = new ShopPushes(database, notices, comparisons, dirty);
        sleeps = pushes.sleeps();
        loops = feedLoops.looks();
        drifts = stockFlow.drifts();
        priceBooks = new PriceBooks(database, dirty);
        prices = priceBooks.specter();
        shopPrices = priceBooks.inShop();
        approvals = priceBooks.approvals();
        priceDrifts = priceBooks.drifts();
        variants = new VariantBook(jdbc, time, notices, List.of(shopStock, priceBooks.variants()));
        setups.applying().apply(SampleSetup.tenant(), "tenant: nordkajak", "test");
    }

    /** What the books say or do within one transaction. */
    public <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(tx -> work.get()));
    }

    /** The shop, if a push of its stock is due. */
    public List<ShopRef> dirtyForStock(ShopRef shop) {
        return dirty.dirty(Feed.STOCK, shop.tenant(), List.of(shop), false);
    }

    /** The shop, if a push of its prices is due. */
    public List<ShopRef> dirtyForPrices(ShopRef shop) {
        return dirty.dirty(Feed.PRICES, shop.tenant(), List.of(shop), false);
    }

    /** A push of the shop that has looked at everything. */
    public void pushed(Feed feed, ShopRef shop) {
        dirtyForStock(shop);
        dirty.done(feed, shop, dirty.begin(feed, shop));
    }

    /** What a row keeps encrypted of a set-up. */
    public Map<String, String> decrypt(byte[] secrets, String purpose) {
        return JsonMapper.builder().build().readValue(vault.decrypt(secrets, purpose), new TypeReference<>() {});
    }

    /** The set-ups, as a process reads them that has not done so before. */
    public SetupStore setupsOfANewProcess() {
        return new SetupStore(jdbc, transactions, vault, time);
    }
}
