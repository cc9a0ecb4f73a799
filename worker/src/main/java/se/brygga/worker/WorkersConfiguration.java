package se.brygga.worker;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.change.ChangeBook;
import se.brygga.activities.change.OrderComparison;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.intake.Intake;
import se.brygga.activities.intake.OrderLook;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.TransferStarter;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.outage.OutageGate;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.activities.transfer.Transfer;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.WebShops;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.feed.FeedActivities;
import se.brygga.workflows.feed.OrderFeedWorkflowImpl;
import se.brygga.workflows.intake.IntakeActivities;
import se.brygga.workflows.intake.OrderIntakeWorkflowImpl;
import se.brygga.workflows.products.InitialActivities;
import se.brygga.workflows.products.InitialSyncWorkflowImpl;
import se.brygga.workflows.products.ProductActivities;
import se.brygga.workflows.products.ProductSyncWorkflowImpl;
import se.brygga.workflows.push.PricePollWorkflowImpl;
import se.brygga.workflows.push.PushActivities;
import se.brygga.workflows.push.StockPollWorkflowImpl;
import se.brygga.workflows.status.StatusActivities;
import se.brygga.workflows.status.StatusBookActivities;
import se.brygga.workflows.status.StatusCallbackWorkflowImpl;
import se.brygga.workflows.transfer.BookkeepingActivities;
import se.brygga.workflows.transfer.OrderChangeWorkflowImpl;
import se.brygga.workflows.transfer.OrderTransferWorkflowImpl;
import se.brygga.workflows.transfer.ShopOrderActivities;
import se.brygga.workflows.transfer.SpecterOrderActivities;

/** Which worker does what: one queue for workflows, one per remote system, one for the books. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerProperties.class)
class WorkersConfiguration {

    /**
     * No workflow computes for long. A workflow that does not yield within this time has met a busy machine, and
     * continues.
     */
    private static final Duration NO_PROCESSOR = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close")
    OutageGate outages(OutageBook book, InstantSource time) {
        return new OutageGate(book, time);
    }

    @Bean
    ShopOrderActivities shopOrderActivities(
            Transfer transfer,
            SetupStore setups,
            WebShops shops,
            ArticleBook articles,
            IntakeBook marks,
            SoldGoodsBook sold,
            OrderComparison comparison) {
        return transfer.shopOrders(setups, shops, articles, marks, sold, comparison);
    }

    @Bean
    SpecterOrderActivities specterOrderActivities(
            Transfer transfer, SetupStore setups, SpecterClients specter, ArticleBook articles) {
        return transfer.specterOrders(setups, specter, articles);
    }

    @Bean
    BookkeepingActivities bookkeepingActivities(Transfer transfer, ChangeBook changes) {
        return transfer.bookkeeping(changes);
    }

    @Bean
    OrderComparison orderComparison(
            OrderBook orders,
            ChangeBook changes,
            NoticeBook notices,
            SpecterOrderBook specterOrders,
            SoldGoodsBook sold) {
        return new OrderComparison(orders, changes, notices, specterOrders, sold);
    }

    @Bean
    OrderLook orderLook(
            OrderBook orders, ChangeBook changes, TransferStarter starter, SoldGoodsBook sold, InstantSource time) {
        return new OrderLook(orders, changes, starter, sold, time);
    }

    @Bean
    Intake intake(
            SetupStore setups,
            WebShops shops,
            IntakeBook marks,
            NoticeBook notices,
            OrderLook orders,
            InstantSource time) {
        return new Intake(setups, shops, marks, notices, orders, time);
    }

    @Bean
    IntakeActivities intakeActivities(Intake intake, LoopBook loops) {
        return intake.activities(loops);
    }

    @Bean
    WorkerFactory workerFactory(
            WorkflowClient temporal,
            WorkerProperties properties,
            ShopOrderActivities shopOrders,
            SpecterOrderActivities specterOrders,
            BookkeepingActivities bookkeeping,
            IntakeActivities intake,
            FeedActivities feeds,
            StatusActivities statuses,
            StatusBookActivities statusBooks,
            PushActivities pushes,
            ProductActivities products,
            InitialActivities initial) {
        WorkerFactory factory = WorkerFactory.newInstance(
                temporal,
                WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(properties.workflowsInMemory())
                        .setUsingVirtualWorkflowThreads(true)
                        .setWorkerInterceptors(new ActivityGuard())
                        .build());
        Worker process = factory.newWorker(
                TaskQueues.PROCESS,
                WorkerOptions.newBuilder()
                        .setDefaultDeadlockDetectionTimeout(NO_PROCESSOR.toMillis())
                        .build());
        process.registerWorkflowImplementationTypes(
                OrderTransferWorkflowImpl.class,
                OrderChangeWorkflowImpl.class,
                OrderIntakeWorkflowImpl.class,
                OrderFeedWorkflowImpl.class,
                StockPollWorkflowImpl.class,
                PricePollWorkflowImpl.class,
                StatusCallbackWorkflowImpl.class,
                ProductSyncWorkflowImpl.class,
                InitialSyncWorkflowImpl.class);
        WorkerOptions calls = activitiesAtATime(properties.callsPerSystem());
        factory.newWorker(TaskQueues.STARWEB, calls).registerActivitiesImplementations(shopOrders, intake, statuses);
        factory.newWorker(TaskQueues.SPECTER, calls).registerActivitiesImplementations(specterOrders);
        factory.newWorker(TaskQueues.BOOKS, activitiesAtATime(properties.bookingsAtATime()))
                .registerActivitiesImplementations(bookkeeping, statusBooks, feeds);
        factory.newWorker(TaskQueues.FEEDS, calls).registerActivitiesImplementations(feeds);
        factory.newWorker(TaskQueues.PUSHES, activitiesAtATime(properties.pushesAtATime()))
                .registerActivitiesImplementations(pushes, products, initial);
        return factory;
    }

    private static WorkerOptions activitiesAtATime(int number) {
        return WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(number)
                .setUsingVirtualThreadsOnActivityWorker(true)
                .build();
    }
}
