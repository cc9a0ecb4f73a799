package se.brygga.activities.wiring;

import io.temporal.client.WorkflowClient;
import java.time.InstantSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.intake.TransferStarter;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.start.Schema;
import se.brygga.activities.start.SchemaDuty;
import se.brygga.activities.store.AttentionBook;
import se.brygga.activities.store.AuditBook;
import se.brygga.activities.store.CallBook;
import se.brygga.activities.store.ChangeBook;
import se.brygga.activities.store.IntakeBook;
import se.brygga.activities.store.InvoiceBook;
import se.brygga.activities.store.OrderBook;
import se.brygga.activities.store.OrderLists;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.SpecterKnowledge;
import se.brygga.activities.store.SubmissionBook;
import se.brygga.activities.store.WebHookInbox;
import se.brygga.activities.store.feed.ArticleBook;
import se.brygga.activities.store.feed.CallbackBook;
import se.brygga.activities.store.feed.ComparisonBook;
import se.brygga.activities.store.feed.DriftBook;
import se.brygga.activities.store.feed.FeedBook;
import se.brygga.activities.store.feed.FeedLists;
import se.brygga.activities.store.feed.HeldPriceBook;
import se.brygga.activities.store.feed.HiddenBook;
import se.brygga.activities.store.feed.LoopBook;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.activities.store.feed.PriceBook;
import se.brygga.activities.store.feed.PriceDriftBook;
import se.brygga.activities.store.feed.ShopPriceBook;
import se.brygga.activities.store.feed.SpecterOrderBook;
import se.brygga.activities.store.feed.StockBook;
import se.brygga.activities.store.feed.UndoBook;
import se.brygga.activities.store.feed.VariantBook;

/** The books in PostgreSQL, and the starting of workflows. */
@Configuration(proxyBeanMethods = false)
public class BooksConfiguration {

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
    UndoBook undoBook(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            InstantSource time,
            SubmissionBook submissions,
            CallbackBook callbacks,
            AuditBook audit) {
        return new UndoBook(jdbc, transactions, time, submissions, callbacks, audit);
    }

    @Bean
    OrderBook orderBook(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Vault vault,
            InstantSource time,
            AttentionBook attention) {
        return new OrderBook(jdbc, transactions, vault, time, attention);
    }

    @Bean
    SubmissionBook submissionBook(
            JdbcClient jdbc, TransactionTemplate transactions, Vault vault, OrderBook orders, AttentionBook attention) {
        return new SubmissionBook(jdbc, transactions, vault, orders, attention);
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
    InvoiceBook invoiceBook(JdbcClient jdbc, TransactionTemplate transactions, OrderBook orders) {
        return new InvoiceBook(jdbc, transactions, orders);
    }

    @Bean
    SpecterKnowledge specterKnowledge(JdbcClient jdbc) {
        return new SpecterKnowledge(jdbc);
    }

    @Bean
    ArticleBook articleBook(JdbcClient jdbc, InstantSource time) {
        return new ArticleBook(jdbc, time);
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
    WebHookInbox webHookInbox(JdbcClient jdbc, InstantSource time) {
        return new WebHookInbox(jdbc, time);
    }

    @Bean(destroyMethod = "close")
    CallBook callBook(JdbcClient jdbc, InstantSource time) {
        return new CallBook(jdbc, time);
    }

    @Bean
    OutageBook outageBook(JdbcClient jdbc, TransactionTemplate transactions, InstantSource time) {
        return new OutageBook(jdbc, transactions, time);
    }

    @Bean
    FeedBook feedBook(JdbcClient jdbc, InstantSource time) {
        return new FeedBook(jdbc, time);
    }

    @Bean
    FeedLists feedLists(JdbcClient jdbc) {
        return new FeedLists(jdbc);
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
    CallbackBook callbackBook(
            JdbcClient jdbc, TransactionTemplate transactions, InstantSource time, AttentionBook attention) {
        return new CallbackBook(jdbc, transactions, time, attention);
    }

    @Bean
    ComparisonBook comparisonBook(JdbcClient jdbc, InstantSource time) {
        return new ComparisonBook(jdbc, time);
    }

    @Bean
    SleepBook sleepBook(JdbcClient jdbc, InstantSource time) {
        return new SleepBook(jdbc, time);
    }

    @Bean
    LoopBook loopBook(JdbcClient jdbc, InstantSource time) {
        return new LoopBook(jdbc, time);
    }

    @Bean
    DriftBook driftBook(JdbcClient jdbc) {
        return new DriftBook(jdbc);
    }

    @Bean
    HiddenBook hiddenBook(JdbcClient jdbc, InstantSource time) {
        return new HiddenBook(jdbc, time);
    }

    @Bean
    StockBook stockBook(JdbcClient jdbc, InstantSource time) {
        return new StockBook(jdbc, time);
    }

    @Bean
    PriceBook priceBook(JdbcClient jdbc, InstantSource time) {
        return new PriceBook(jdbc, time);
    }

    @Bean
    ShopPriceBook shopPriceBook(JdbcClient jdbc, InstantSource time) {
        return new ShopPriceBook(jdbc, time);
    }

    @Bean
    HeldPriceBook heldPriceBook(JdbcClient jdbc, InstantSource time) {
        return new HeldPriceBook(jdbc, time);
    }

    @Bean
    PriceDriftBook priceDriftBook(JdbcClient jdbc) {
        return new PriceDriftBook(jdbc);
    }

    @Bean
    VariantBook variantBook(JdbcClient jdbc, InstantSource time) {
        return new VariantBook(jdbc, time);
    }

    @Bean
    TransferStarter transferStarter(WorkflowClient temporal, OrderBook orders) {
        return new TransferStarter(temporal, orders);
    }
}
