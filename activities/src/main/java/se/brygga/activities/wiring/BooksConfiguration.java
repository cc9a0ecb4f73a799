package se.brygga.activities.wiring;

import io.temporal.client.WorkflowClient;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
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
import se.brygga.activities.feed.FeedLists;
import se.brygga.activities.feed.FeedLoops;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.PagedLists;
import se.brygga.activities.orders.SearchBook;
import se.brygga.activities.orders.TransferStarter;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.prices.ApprovalBook;
import se.brygga.activities.prices.PriceBook;
import se.brygga.activities.prices.PriceBooks;
import se.brygga.activities.prices.PriceDriftBook;
import se.brygga.activities.push.ShopPushes;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.activities.start.Schema;
import se.brygga.activities.start.Schema.SchemaDuty;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.Callbacks;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.activities.stock.DriftBook;
import se.brygga.activities.stock.Stock;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.activities.stock.books.StockBooks;
import se.brygga.activities.transfer.Transfer;
import se.brygga.activities.transfer.UndoBook;

/** The books in PostgreSQL, and the classes that start workflows. */
@Configuration(proxyBeanMethods = false)
@Import(ProductsConfiguration.class)
class BooksConfiguration {

    @Bean
    InstantSource time() {
        return InstantSource.system();
    }

    /** Runs before anything reads or writes the database. */
    @Bean
    FlywayMigrationStrategy schema(SchemaDuty duty) {
        return new Schema(duty);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    Database database(DataSource source, JdbcClient jdbc, TransactionTemplate transactions, InstantSource time) {
        return new Database(source, jdbc, transactions, time);
    }

    @Bean
    BlindIndex blindIndex(JdbcClient jdbc, Vault vault) {
        return new BlindIndex(jdbc, vault);
    }

    @Bean
    Transfer transfer(Database database, Vault vault, BlindIndex index, OrderBook orders, AttentionBook attention) {
        return new Transfer(database, vault, index, orders, attention);
    }

    @Bean
    UndoBook undoBook(Transfer transfer, CallbackBook callbacks, AuditBook audit) {
        return transfer.undo(callbacks, audit);
    }

    @Bean
    SetupStore setupStore(JdbcClient jdbc, TransactionTemplate transactions, Vault vault, InstantSource time) {
        return new SetupStore(jdbc, transactions, vault, time);
    }

    @Bean
    AttentionBook attentionBook(JdbcClient jdbc, InstantSource time) {
        return new AttentionBook(jdbc, time);
    }

    @Bean
    AuditBook auditBook(JdbcClient jdbc, InstantSource time) {
        return new AuditBook(jdbc, time);
    }

    @Bean
    OrderBook orderBook(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Vault vault,
            InstantSource time,
            AttentionBook attention,
            SearchBook searches) {
        return new OrderBook(jdbc, transactions, vault, time, attention, searches);
    }

    @Bean
    SearchBook searchBook(JdbcClient jdbc, BlindIndex index) {
        return new SearchBook(jdbc, index);
    }

    @Bean
    ChangeBook changeBook(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Vault vault,
            InstantSource time,
            OrderBook orders,
            AttentionBook attention) {
        return new ChangeBook(jdbc, transactions, vault, time, orders, attention);
    }

    @Bean
    ArticleBooks articles(Database database, NoticeBook notices) {
        return new ArticleBooks(database, notices);
    }

    @Bean
    ArticleBook articleBook(ArticleBooks articles) {
        return articles.book();
    }

    @Bean
    IntakeBook intakeBook(JdbcClient jdbc) {
        return new IntakeBook(jdbc);
    }

    @Bean
    OrderLists orderLists(JdbcClient jdbc) {
        return new OrderLists(jdbc);
    }

    @Bean
    PagedLists pagedLists(JdbcClient jdbc) {
        return new PagedLists(jdbc);
    }

    @Bean
    WebHookInbox webHookInbox(JdbcClient jdbc, InstantSource time) {
        return new WebHookInbox(jdbc, time);
    }

    @Bean
    OutageBook outageBook(JdbcClient jdbc, TransactionTemplate transactions, InstantSource time) {
        return new OutageBook(jdbc, transactions, time);
    }

    @Bean
    NoticeBook noticeBook(JdbcClient jdbc, InstantSource time) {
        return new NoticeBook(jdbc, time);
    }

    @Bean
    SpecterOrderBook specterOrderBook(JdbcClient jdbc, TransactionTemplate transactions, InstantSource time) {
        return new SpecterOrderBook(jdbc, transactions, time);
    }

    @Bean
    DirtyBook dirtyBook(Database database) {
        return new DirtyBook(database);
    }

    @Bean
    ComparisonBook comparisonBook(Database database, DirtyBook dirty) {
        return new ComparisonBook(database, dirty);
    }

    @Bean
    ShopPushes shopPushes(Database database, NoticeBook notices, ComparisonBook comparisons, DirtyBook dirty) {
        return new ShopPushes(database, notices, comparisons, dirty);
    }

    @Bean
    SleepBook sleepBook(ShopPushes pushes) {
        return pushes.sleeps();
    }

    @Bean
    StockBooks stockBooks(Database database, ArticleBooks articles, DirtyBook dirty) {
        return StockBooks.of(database, articles, dirty);
    }

    @Bean
    SoldGoodsBook soldGoodsBook(StockBooks books) {
        return books.sold();
    }

    @Bean
    Stock stock(Database database, StockBooks books) {
        return new Stock(database, books);
    }

    @Bean
    DriftBook driftBook(Stock stock) {
        return stock.drifts();
    }

    @Bean
    FeedLoops feedLoops(Database database, NoticeBook notices) {
        return new FeedLoops(database, notices);
    }

    @Bean
    FeedBook feedBook(FeedLoops loops) {
        return loops.book();
    }

    @Bean
    FeedLists feedLists(FeedLoops loops) {
        return loops.lists();
    }

    @Bean
    LoopBook loopBook(FeedLoops loops) {
        return loops.looks();
    }

    @Bean
    Callbacks callbacks(Database database, AttentionBook attention, SpecterOrderBook specterOrders) {
        return new Callbacks(database, attention, specterOrders);
    }

    @Bean
    CallbackBook callbackBook(Callbacks callbacks) {
        return callbacks.book();
    }

    @Bean
    PriceBooks priceBooks(Database database, DirtyBook dirty) {
        return new PriceBooks(database, dirty);
    }

    @Bean
    PriceBook priceBook(PriceBooks books) {
        return books.specter();
    }

    @Bean
    ApprovalBook approvalBook(PriceBooks books) {
        return books.approvals();
    }

    @Bean
    PriceDriftBook priceDriftBook(PriceBooks books) {
        return books.drifts();
    }

    @Bean
    VariantBook variantBook(
            JdbcClient jdbc, InstantSource time, NoticeBook notices, StockBooks stock, PriceBooks prices) {
        return new VariantBook(jdbc, time, notices, List.of(stock.inShops(), prices.variants()));
    }

    @Bean
    TransferStarter transferStarter(WorkflowClient temporal, OrderBook orders) {
        return new TransferStarter(temporal, orders);
    }
}
