package se.brygga.worker;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.articles.ArticleBooks;
import se.brygga.activities.articles.ArticleJournal;
import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.activities.feed.FeedLoops;
import se.brygga.activities.feed.Follower;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.intake.Intake;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.prices.PriceBooks;
import se.brygga.activities.prices.push.Prices;
import se.brygga.activities.products.Products;
import se.brygga.activities.products.SyncBook;
import se.brygga.activities.products.groups.ArticleGroups;
import se.brygga.activities.products.initial.InitialSyncs;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.shop.SpecterToShop;
import se.brygga.activities.products.specter.LookBook;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.activities.products.specter.ShopToSpecter;
import se.brygga.activities.push.ShopPushes;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.CallbackStarter;
import se.brygga.activities.status.Callbacks;
import se.brygga.activities.status.Callbacks.Patience;
import se.brygga.activities.stock.Stock;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.activities.stock.books.StockBooks;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.pictures.SpecterPictures;
import se.brygga.setup.WebShops;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.FeedActivities;
import se.brygga.workflows.products.InitialActivities;
import se.brygga.workflows.products.ProductActivities;
import se.brygga.workflows.products.ProductSyncWorkflow;
import se.brygga.workflows.push.PushActivities;
import se.brygga.workflows.status.StatusActivities;
import se.brygga.workflows.status.StatusBookActivities;

/** The beans that follow Specter and tell the shops. */
@Configuration(proxyBeanMethods = false)
class FeedActivitiesConfiguration {

    @Bean
    CallbackStarter callbackStarter(WorkflowClient temporal, CallbackBook callbacks) {
        return new CallbackStarter(temporal, callbacks);
    }

    @Bean
    ArticleJournal articleJournal(
            ArticleBooks articles, SpecterClients specter, BatchPuller puller, List<ArticleSink> sinks) {
        return articles.journal(specter, puller, sinks);
    }

    @Bean
    ArticleSink articlesForStock(StockBooks stock) {
        return stock.articles();
    }

    @Bean
    ArticleSink articlesForPrices(PriceBooks prices) {
        return prices.articles();
    }

    @Bean
    ArticleSink articlesForProducts(
            ArticleMasters masters, List<ArticleMasters.RenumberListener> listeners, WorkflowClient temporal) {
        return masters.sink(listeners, shop -> pokeProducts(temporal, shop));
    }

    private static void pokeProducts(WorkflowClient temporal, ShopRef shop) {
        poke(temporal, ProductSyncWorkflow.idOf(shop));
    }

    private static void poke(WorkflowClient temporal, String loop) {
        try {
            temporal.newUntypedWorkflowStub(loop).signal("poke");
        } catch (WorkflowNotFoundException notRunning) {
            // The loop does not run. It looks by itself when it begins.
        }
    }

    @Bean
    BatchPuller batchPuller(FeedLoops loops) {
        return loops.puller();
    }

    @Bean
    FeedActivities feedActivities(
            FeedLoops loops, SetupStore setups, ComparisonBook comparisons, DirtyBook dirty, List<Follower> followers) {
        return loops.activities(setups, comparisons, dirty, followers);
    }

    @Bean
    Follower orderFollower(Callbacks callbacks, SpecterClients specter, BatchPuller puller, CallbackStarter starter) {
        return callbacks.follower(specter, puller, starter);
    }

    @Bean
    StatusActivities statusActivities(
            Callbacks callbacks, SetupStore setups, WebShops shops, OrderBook orders, WorkerProperties properties) {
        Patience patience =
                new Patience(properties.writeShownWithin(), properties.writeUnderWayFor(), Patience.REAL.between());
        return callbacks.shop(setups, shops, orders, patience);
    }

    @Bean
    StatusBookActivities statusBookActivities(Callbacks callbacks) {
        return callbacks.bookkeeping();
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
    ShopToSpecter shopToSpecter(
            Database database, ArticleBooks articles, SoldGoodsBook sold, WebShops shops, SpecterClients specter) {
        return new ShopToSpecter(database, articles, sold, shops, specter);
    }

    @Bean
    SpecterToShop.Outside aroundProducts(WebShops shops, CallContext context, StockBooks stock, PriceBooks prices) {
        return new SpecterToShop.Outside(
                shops, new SpecterPictures(context)::fetch, SpecterToShop.Shelf.of(stock.inShops(), prices.inShop()));
    }

    @Bean
    SpecterToShop specterToShop(
            Database database,
            ArticleMasters masters,
            ArticleGroups groups,
            VariantBook variants,
            SpecterToShop.Outside outside) {
        return new SpecterToShop(database, masters, groups, variants, outside);
    }

    @Bean
    ProductActivities productActivities(
            SetupStore setups,
            ShopToSpecter toSpecter,
            SpecterToShop toShop,
            SyncBook syncs,
            NoticeBook notices,
            LoopBook loops) {
        return new Products(setups, toSpecter, toShop, syncs, notices, loops).activities();
    }

    @Bean
    InitialActivities initialActivities(
            Database database,
            SetupStore setups,
            ProductBook products,
            LookBook looks,
            ArticleBooks articles,
            ArticleMasters masters,
            SpecterToShop toShop,
            WorkflowClient temporal) {
        return new InitialSyncs(
                        database,
                        setups,
                        new InitialSyncs.Systems(products, looks, articles, masters, toShop),
                        new InitialSyncs.Pokes(
                                shop -> pokeProducts(temporal, shop),
                                tenant -> poke(temporal, Feed.PRICES.workflowId(tenant))))
                .activities();
    }

    @Bean
    PushActivities pushActivities(
            ShopPushes pushes,
            SetupStore setups,
            NoticeBook notices,
            Intake intake,
            WebShops shops,
            SkuMap skus,
            Stock stock,
            Prices prices) {
        return pushes.activities(
                setups, intake::lookThrough, stock.push(shops, skus, notices), prices.push(skus, notices));
    }
}
