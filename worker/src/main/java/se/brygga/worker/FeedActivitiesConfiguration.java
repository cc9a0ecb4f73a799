package se.brygga.worker;

import io.temporal.client.WorkflowClient;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.catalogue.SkuMap;
import se.brygga.activities.feed.FeedActivitiesImpl;
import se.brygga.activities.feed.Followers;
import se.brygga.activities.intake.IntakeActivitiesImpl;
import se.brygga.activities.prices.PriceParts;
import se.brygga.activities.prices.PricesToShops;
import se.brygga.activities.push.PushActivitiesImpl;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.status.CallbackStarter;
import se.brygga.activities.status.Patience;
import se.brygga.activities.status.StatusActivitiesImpl;
import se.brygga.activities.status.StatusBookActivitiesImpl;
import se.brygga.activities.status.StatusReport;
import se.brygga.activities.stock.StockToShops;
import se.brygga.activities.store.AttentionBook;
import se.brygga.activities.store.OrderBook;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.feed.CallbackBook;
import se.brygga.activities.store.feed.ComparisonBook;
import se.brygga.activities.store.feed.DriftBook;
import se.brygga.activities.store.feed.FeedBook;
import se.brygga.activities.store.feed.HeldPriceBook;
import se.brygga.activities.store.feed.HiddenBook;
import se.brygga.activities.store.feed.LoopBook;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.activities.store.feed.PriceBook;
import se.brygga.activities.store.feed.PriceDriftBook;
import se.brygga.activities.store.feed.ShopPriceBook;
import se.brygga.activities.store.feed.SpecterOrderBook;
import se.brygga.activities.store.feed.StockBook;
import se.brygga.activities.store.feed.VariantBook;
import se.brygga.activities.transfer.OrderCodec;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.starweb.StarwebClients;

/** What follows Specter and tells the shops. */
@Configuration(proxyBeanMethods = false)
class FeedActivitiesConfiguration {

    @Bean
    CallbackStarter callbackStarter(WorkflowClient temporal, CallbackBook callbacks) {
        return new CallbackStarter(temporal, callbacks);
    }

    @Bean
    FeedActivitiesImpl feedActivities(
            SetupStore setups,
            FeedBook book,
            NoticeBook notices,
            ComparisonBook comparisons,
            LoopBook loops,
            SpecterClients specter,
            SpecterOrderBook orders,
            CallbackBook callbacks,
            CallbackStarter starter,
            StockBook stock,
            PriceBook prices,
            HeldPriceBook held,
            PricesToShops toShops,
            TransactionTemplate transactions,
            InstantSource time) {
        Followers followers = new Followers(specter, book, notices, transactions, time);
        return new FeedActivitiesImpl(
                setups,
                book,
                notices,
                comparisons,
                loops,
                time,
                List.of(
                        followers.orders(orders, callbacks, starter),
                        followers.stock(stock),
                        followers.prices(prices, held, stock, toShops::mustLook)));
    }

    @Bean
    StatusActivitiesImpl statusActivities(
            SetupStore setups,
            StarwebClients starweb,
            CallbackBook callbacks,
            SpecterOrderBook specterOrders,
            OrderBook orders,
            WorkerProperties properties,
            InstantSource time) {
        Patience patience =
                new Patience(properties.writeShownWithin(), properties.writeUnderWayFor(), Patience.REAL.between());
        return new StatusActivitiesImpl(
                setups,
                starweb,
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
    StockToShops stockToShops(
            StarwebClients starweb,
            StockBook book,
            HiddenBook hidden,
            DriftBook reports,
            SkuMap skus,
            NoticeBook notices,
            TransactionTemplate transactions,
            InstantSource time) {
        return new StockToShops(starweb, book, hidden, reports, skus, notices, transactions, time);
    }

    @Bean
    PricesToShops pricesToShops(
            StarwebClients starweb,
            PriceBook book,
            ShopPriceBook inShop,
            HeldPriceBook held,
            PriceDriftBook drifts,
            SkuMap skus,
            NoticeBook notices,
            TransactionTemplate transactions,
            InstantSource time) {
        return new PricesToShops(
                new PriceParts(starweb, book, inShop, held, drifts, skus, notices, transactions, time));
    }

    @Bean
    PushActivitiesImpl pushActivities(
            SetupStore setups,
            NoticeBook notices,
            ComparisonBook comparisons,
            SleepBook sleeps,
            IntakeActivitiesImpl intake,
            StockToShops stock,
            PricesToShops prices) {
        return new PushActivitiesImpl(
                setups,
                new PushActivitiesImpl.Books(notices, comparisons, sleeps),
                shop -> intake.scanShop(shop, false),
                stock,
                prices);
    }
}
