package se.brygga.worker;

import io.temporal.client.WorkflowClient;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.articles.ArticleJournal;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.activities.feed.FeedActivitiesImpl;
import se.brygga.activities.feed.FeedBook;
import se.brygga.activities.feed.Follower;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.intake.Intake;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.prices.PriceBooks;
import se.brygga.activities.prices.push.Prices;
import se.brygga.activities.push.PushActivitiesImpl;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.CallbackStarter;
import se.brygga.activities.status.OrderFollower;
import se.brygga.activities.status.Patience;
import se.brygga.activities.status.StatusActivitiesImpl;
import se.brygga.activities.status.StatusBookActivitiesImpl;
import se.brygga.activities.status.StatusReport;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.activities.stock.Stock;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.WebShops;

/** What follows Specter and tells the shops. */
@Configuration(proxyBeanMethods = false)
class FeedActivitiesConfiguration {

    @Bean
    CallbackStarter callbackStarter(WorkflowClient temporal, CallbackBook callbacks) {
        return new CallbackStarter(temporal, callbacks);
    }

    @Bean
    BatchPuller batchPuller(FeedBook book, NoticeBook notices, TransactionTemplate transactions, InstantSource time) {
        return new BatchPuller(book, notices, transactions, time);
    }

    /** Stock first: it keeps which articles are held back or gone, and prices ask that. */
    @Bean
    ArticleJournal articleJournal(
            SpecterClients specter,
            BatchPuller puller,
            Stock stock,
            PriceBooks prices,
            TransactionTemplate transactions,
            InstantSource time) {
        return new ArticleJournal(specter, puller, List.of(stock.articles(), prices.articles()), transactions, time);
    }

    @Bean
    OrderFollower orderFollower(
            SpecterClients specter,
            BatchPuller puller,
            SpecterOrderBook orders,
            CallbackBook callbacks,
            CallbackStarter starter) {
        return new OrderFollower(specter, puller, orders, callbacks, starter);
    }

    @Bean
    FeedActivitiesImpl feedActivities(
            SetupStore setups,
            FeedBook book,
            NoticeBook notices,
            ComparisonBook comparisons,
            LoopBook loops,
            InstantSource time,
            List<Follower> followers) {
        return new FeedActivitiesImpl(setups, book, notices, comparisons, loops, time, followers);
    }

    @Bean
    StatusActivitiesImpl statusActivities(
            SetupStore setups,
            WebShops shops,
            CallbackBook callbacks,
            SpecterOrderBook specterOrders,
            OrderBook orders,
            WorkerProperties properties,
            InstantSource time) {
        Patience patience =
                new Patience(properties.writeShownWithin(), properties.writeUnderWayFor(), Patience.REAL.between());
        return new StatusActivitiesImpl(
                setups,
                shops,
                callbacks,
                new StatusReport(callbacks, specterOrders, orders, new OrderCodec(), patience, time));
    }

    @Bean
    StatusBookActivitiesImpl statusBookActivities(
            TransactionTemplate transactions, CallbackBook callbacks, AttentionBook attention) {
        return new StatusBookActivitiesImpl(transactions, callbacks, attention);
    }

    @Bean
    SkuMap skuMap(VariantBook variants, TransactionTemplate transactions, InstantSource time) {
        return new SkuMap(variants, transactions, time);
    }

    @Bean
    Follower stockFollower(Stock stock, SpecterClients specter, BatchPuller puller) {
        return stock.follower(specter, puller);
    }

    @Bean
    Prices prices(Database database, PriceBooks books, WebShops shops) {
        return new Prices(database, books, shops);
    }

    @Bean
    Follower priceFollower(Prices prices, SpecterClients specter, BatchPuller puller, ArticleJournal articles) {
        return prices.follower(specter, puller, articles);
    }

    @Bean
    PushActivitiesImpl pushActivities(
            SetupStore setups,
            NoticeBook notices,
            ComparisonBook comparisons,
            SleepBook sleeps,
            Intake intake,
            WebShops shops,
            SkuMap skus,
            Stock stock,
            Prices prices) {
        return new PushActivitiesImpl(
                setups,
                new PushActivitiesImpl.Books(notices, comparisons, sleeps),
                intake::lookThrough,
                stock.push(shops, skus, notices),
                prices.push(skus, notices));
    }
}
