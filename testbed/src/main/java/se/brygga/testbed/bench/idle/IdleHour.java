package se.brygga.testbed.bench.idle;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import se.brygga.activities.feed.FeedPace;
import se.brygga.activities.intake.IntakePace;
import se.brygga.setup.FeedSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.FeedActivities;
import se.brygga.workflows.feed.FeedActivities.PollResult;
import se.brygga.workflows.feed.OrderFeedWorkflow;
import se.brygga.workflows.feed.OrderFeedWorkflowImpl;
import se.brygga.workflows.feed.Steering;
import se.brygga.workflows.intake.IntakeActivities;
import se.brygga.workflows.intake.OrderIntakeWorkflow;
import se.brygga.workflows.intake.OrderIntakeWorkflowImpl;
import se.brygga.workflows.push.PricePollWorkflow;
import se.brygga.workflows.push.PricePollWorkflowImpl;
import se.brygga.workflows.push.StockPollWorkflow;
import se.brygga.workflows.push.StockPollWorkflowImpl;

/**
 * Counts, in skipped time, what an hour of idle tenants asks of Temporal. The loops are our own, at the default pace.
 * Their cost is measured elsewhere, on the real server.
 */
final class IdleHour {

    private static final Duration UNTIL_CALM = Duration.ofHours(2);

    /**
     * Number of tenants. What one tenant asks for does not depend on it, but several tenants have different spreads.
     */
    private static final int TENANTS = 20;

    private IdleHour() {}

    /** Counts and prints. */
    static void measure() {
        try (TestWorkflowEnvironment engine = TestWorkflowEnvironment.newInstance()) {
            Idle idle = new Idle(engine);
            engine.newWorker(TaskQueues.PROCESS)
                    .registerWorkflowImplementationTypes(
                            OrderFeedWorkflowImpl.class,
                            StockPollWorkflowImpl.class,
                            PricePollWorkflowImpl.class,
                            OrderIntakeWorkflowImpl.class);
            engine.newWorker(TaskQueues.FEEDS).registerActivitiesImplementations(idle);
            engine.newWorker(TaskQueues.STARWEB).registerActivitiesImplementations(idle);
            engine.start();
            List<String> loops = new ArrayList<>();
            IntStream.range(0, TENANTS).forEach(i -> loops.addAll(start(engine.getWorkflowClient(), "idle-" + i)));
            engine.sleep(UNTIL_CALM);
            int polls = idle.polls.get();
            int looks = idle.looks.get();
            long events = events(engine.getWorkflowClient(), loops);
            engine.sleep(Duration.ofHours(1));
            report(
                    idle.polls.get() - polls,
                    idle.looks.get() - looks,
                    events(engine.getWorkflowClient(), loops) - events);
        }
    }

    private static void report(int polls, int looks, long events) {
        // A try of an activity is an action, a look's as well as a poll's.
        double actions = (double) polls + looks;
        System.out.printf(
                Locale.ROOT,
                "%na calm hour of simulated time for %d idle tenants with one shop and three feeds, the set-up's defaults%n"
                        + "  per tenant and hour  %6.1f polls of Specter, %.1f looks at the shop, %.0f events%n"
                        + "  per tenant and day   %6.0f actions%n",
                TENANTS,
                (double) polls / TENANTS,
                (double) looks / TENANTS,
                (double) events / TENANTS,
                24 * actions / TENANTS);
    }

    private static List<String> start(WorkflowClient client, String tenant) {
        ShopRef shop = new ShopRef(tenant, "shop");
        String intake = OrderIntakeWorkflow.idOf(shop);
        WorkflowClient.start(client.newWorkflowStub(OrderIntakeWorkflow.class, options(intake))::run, shop);
        for (Feed feed : Feed.values()) {
            WorkflowOptions options = options(feed.workflowId(tenant));
            switch (feed) {
                case ORDERS ->
                    WorkflowClient.start(client.newWorkflowStub(OrderFeedWorkflow.class, options)::follow, tenant);
                case STOCK ->
                    WorkflowClient.start(client.newWorkflowStub(StockPollWorkflow.class, options)::follow, tenant);
                case PRICES ->
                    WorkflowClient.start(client.newWorkflowStub(PricePollWorkflow.class, options)::follow, tenant);
            }
        }
        return List.of(
                intake, Feed.ORDERS.workflowId(tenant), Feed.STOCK.workflowId(tenant), Feed.PRICES.workflowId(tenant));
    }

    private static WorkflowOptions options(String id) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setTaskQueue(TaskQueues.PROCESS)
                .build();
    }

    private static long events(WorkflowClient client, List<String> loops) {
        return loops.stream()
                .mapToLong(id -> client.fetchHistory(id).getEvents().size())
                .sum();
    }

    /** Finds nothing, and says when to ask again as the real ones do. */
    private static final class Idle implements FeedActivities, IntakeActivities {

        final AtomicInteger polls = new AtomicInteger();
        final AtomicInteger looks = new AtomicInteger();
        private final TestWorkflowEnvironment engine;
        private final Map<String, Integer> quiet = new ConcurrentHashMap<>();

        Idle(TestWorkflowEnvironment engine) {
            this.engine = engine;
        }

        @Override
        public PollResult poll(Feed feed, String tenant, boolean atOnce, boolean afresh) {
            polls.incrementAndGet();
            int inARow = quiet.merge(feed.workflowId(tenant), 1, Integer::sum);
            FeedSetup usual = FeedSetup.DEFAULT;
            throw IdleLoops.nothingNew(new FeedPace(tenant, usual.pace(feed), usual.zone(), null)
                    .pauseAfter(inARow, Instant.ofEpochMilli(engine.currentTimeMillis())));
        }

        @Override
        public void steer(Feed feed, String tenant, Steering steering) {
            throw new UnsupportedOperationException("nobody steers here");
        }

        @Override
        public Looked lookThrough(ShopRef shop, Look look) {
            looks.incrementAndGet();
            if (look == Look.AFRESH) {
                return new Looked(0, 0);
            }
            int inARow = quiet.merge(OrderIntakeWorkflow.idOf(shop), 1, Integer::sum);
            throw IdleLoops.nothingNew(IntakePace.pauseAfter(inARow, shop));
        }
    }
}
