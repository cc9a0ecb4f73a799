package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.brygga.testbed.kit.TemporalServer;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.FeedActivities;
import se.brygga.workflows.feed.FeedActivities.PollResult;
import se.brygga.workflows.feed.Steering;
import se.brygga.workflows.push.PushActivities;
import se.brygga.workflows.push.StockPollWorkflow;
import se.brygga.workflows.push.StockPollWorkflowImpl;

/** Polls and pushes that end in the very moment of their cancel: the in-memory server cannot play that. */
class BusyLoopIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ShopRef SHOP = new ShopRef("nordkajak", "kajak-se");

    @TempDir
    private Path folder;

    private final Feeds feeds = new Feeds();
    private TemporalServer server;
    private WorkflowServiceStubs service;
    private WorkerFactory workers;
    private WorkflowClient client;

    @BeforeEach
    void open() {
        assumeTrue(TemporalServer.program().isPresent(), "needs the real development server");
        server = TemporalServer.development(TemporalServer.program().orElseThrow(), 0, folder);
        service = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(server.address())
                .build());
        client = WorkflowClient.newInstance(service, WorkflowClientOptions.getDefaultInstance());
        workers = WorkerFactory.newInstance(client);
        workers.newWorker(TaskQueues.PROCESS).registerWorkflowImplementationTypes(StockPollWorkflowImpl.class);
        workers.newWorker(TaskQueues.FEEDS).registerActivitiesImplementations(feeds);
        workers.newWorker(TaskQueues.PUSHES).registerActivitiesImplementations(new QuickPushes());
        workers.start();
    }

    @AfterEach
    void close() {
        if (server != null) {
            workers.shutdownNow();
            service.shutdownNow();
            server.close();
        }
    }

    @Test
    void beginsAnewUnderAStormOfPokes() {
        WorkflowStub loop = client.newUntypedWorkflowStub(
                StockPollWorkflow.TYPE,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(Feed.STOCK.workflowId("nordkajak"))
                        .setTaskQueue(TaskQueues.PROCESS)
                        .build());
        loop.start("nordkajak");
        String id = loop.getExecution().getWorkflowId();

        await("the loop has begun its third run").atMost(PATIENCE).until(() -> {
            client.newUntypedWorkflowStub(id).signal("poke");
            return feeds.begun.get() >= 3;
        });

        List<EventType> events = client.fetchHistory(id, loop.getExecution().getRunId()).getEvents().stream()
                .map(HistoryEvent::getEventType)
                .toList();
        assertThat(events)
                .contains(EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED)
                .doesNotContain(EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT)
                .last()
                .isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
    }

    /** Each poll brings news at once. */
    private static final class Feeds implements FeedActivities {

        final AtomicInteger begun = new AtomicInteger();

        @Override
        public PollResult poll(Feed feed, String tenant, boolean atOnce, boolean afresh) {
            if (afresh) {
                begun.incrementAndGet();
            }
            return new PollResult(1, List.of(SHOP), List.of(), false);
        }

        @Override
        public void steer(Feed feed, String tenant, Steering steering) {
            throw new UnsupportedOperationException("nobody steers here");
        }
    }

    private static final class QuickPushes implements PushActivities {

        private static final Pushed ALL = new Pushed(1, 0, false, null);

        @Override
        public Pushed pushStock(ShopRef shop) {
            return ALL;
        }

        @Override
        public Pushed compareStock(ShopRef shop) {
            return ALL;
        }

        @Override
        public Pushed pushPrices(ShopRef shop) {
            return ALL;
        }

        @Override
        public Pushed comparePrices(ShopRef shop) {
            return ALL;
        }
    }
}
