package se.brygga.workflows.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.temporal.activity.Activity;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.OrderFeedWorkflow;
import se.brygga.workflows.feed.OrderFeedWorkflowImpl;
import se.brygga.workflows.feed.Steering;
import se.brygga.workflows.intake.OrderIntakeWorkflow;
import se.brygga.workflows.intake.OrderIntakeWorkflowImpl;
import se.brygga.workflows.products.InitialSyncWorkflow;
import se.brygga.workflows.products.InitialSyncWorkflowImpl;
import se.brygga.workflows.products.ProductSyncWorkflow;
import se.brygga.workflows.products.ProductSyncWorkflowImpl;
import se.brygga.workflows.push.PricePollWorkflow;
import se.brygga.workflows.push.PricePollWorkflowImpl;
import se.brygga.workflows.push.StockPollWorkflow;
import se.brygga.workflows.push.StockPollWorkflowImpl;
import se.brygga.workflows.status.StatusCallbackWorkflow;
import se.brygga.workflows.status.StatusCallbackWorkflowImpl;
import se.brygga.workflows.transfer.OrderChangeWorkflow;
import se.brygga.workflows.transfer.OrderChangeWorkflowImpl;
import se.brygga.workflows.transfer.OrderTransferWorkflow;
import se.brygga.workflows.transfer.OrderTransferWorkflow.TransferResult;
import se.brygga.workflows.transfer.OrderTransferWorkflowImpl;

/** One test's engine, with all workflows and scripted activities. Nothing is kept between two workflow tasks. */
public final class Stage implements BeforeEachCallback, AfterEachCallback, AutoCloseable {

    static {
        // Ten seconds, which Awaitility waits by itself, are too few on a machine under load.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(3));
    }

    public static final OrderRef ORDER = OrderRef.of("nordkajak", "kajak-se", 10025);

    public final Calls calls = new Calls();
    public final ScriptedShop shop = new ScriptedShop(calls);
    public final ScriptedSpecter specter = new ScriptedSpecter(calls);
    public final RecordedBooks books = new RecordedBooks(calls);
    public final ScriptedIntake intake = new ScriptedIntake(calls);
    public final ScriptedFeed feed = new ScriptedFeed(calls);
    public final ScriptedPushes pushes = new ScriptedPushes(calls);
    public final ScriptedProducts products = new ScriptedProducts(calls);
    public final ScriptedInitial initial = new ScriptedInitial(calls);
    public final ScriptedCallbacks callbacks = new ScriptedCallbacks(calls);
    public final RecordedCallbacks callbackBooks = new RecordedCallbacks(calls);

    private final TestWorkflowEnvironment engine = TestWorkflowEnvironment.newInstance(withSearchAttributes());

    /**
     * With a sticky timeout of zero every workflow task begins from the first event, so each step is also a replay. On a
     * machine under load a step may have to wait for its processor, which is no deadlock.
     */
    public static final WorkerOptions REPLAY_EACH_STEP = WorkerOptions.newBuilder()
            .setStickyQueueScheduleToStartTimeout(Duration.ZERO)
            .setDefaultDeadlockDetectionTimeout(Duration.ofMinutes(1).toMillis())
            .build();

    public Stage() {
        engine.newWorker(TaskQueues.PROCESS, REPLAY_EACH_STEP).registerWorkflowImplementationTypes(workflows());
        engine.newWorker(TaskQueues.STARWEB).registerActivitiesImplementations(shop, intake, callbacks);
        engine.newWorker(TaskQueues.SPECTER).registerActivitiesImplementations(specter);
        engine.newWorker(TaskQueues.FEEDS).registerActivitiesImplementations(feed);
        engine.newWorker(TaskQueues.PUSHES).registerActivitiesImplementations(pushes, products, initial);
        // Steering is a booking: the worker of feeds offers its activities on both queues.
        engine.newWorker(TaskQueues.BOOKS).registerActivitiesImplementations(books, callbackBooks, feed);
        engine.start();
    }

    /** All there are. */
    public static Class<?>[] workflows() {
        return new Class<?>[] {
            OrderTransferWorkflowImpl.class,
            OrderChangeWorkflowImpl.class,
            OrderIntakeWorkflowImpl.class,
            OrderFeedWorkflowImpl.class,
            StockPollWorkflowImpl.class,
            PricePollWorkflowImpl.class,
            StatusCallbackWorkflowImpl.class,
            ProductSyncWorkflowImpl.class,
            InitialSyncWorkflowImpl.class
        };
    }

    private static TestEnvironmentOptions withSearchAttributes() {
        TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder();
        SearchKeys.ALL.forEach(
                key -> options.registerSearchAttribute(key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        return options.build();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        // The constructor has opened the curtain: JUnit makes a new stage with each test's instance.
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        engine.close();
    }

    public WorkflowStub startTransfer() {
        return startTransfer(false);
    }

    public WorkflowStub startTransfer(boolean overridden) {
        return start(OrderTransferWorkflow.TYPE, Question.transfer(ORDER).workflowId(), ORDER, overridden);
    }

    public TransferResult transfer() {
        return resultOf(startTransfer());
    }

    public WorkflowStub startWatch() {
        return start(OrderChangeWorkflow.TYPE, Question.change(ORDER).workflowId(), ORDER);
    }

    public WorkflowStub startIntake() {
        return start(OrderIntakeWorkflow.TYPE, OrderIntakeWorkflow.idOf(ORDER.shop()), ORDER.shop());
    }

    public WorkflowStub startProducts() {
        return start(ProductSyncWorkflow.TYPE, ProductSyncWorkflow.idOf(ORDER.shop()), ORDER.shop());
    }

    public WorkflowStub startInitial() {
        return start(InitialSyncWorkflow.TYPE, InitialSyncWorkflow.idOf(ORDER.shop()), ORDER.shop());
    }

    public WorkflowStub startFeed(Feed followed) {
        String tenant = ORDER.shop().tenant();
        String type = switch (followed) {
            case ORDERS -> OrderFeedWorkflow.TYPE;
            case STOCK -> StockPollWorkflow.TYPE;
            case PRICES -> PricePollWorkflow.TYPE;
        };
        return start(type, followed.workflowId(tenant), tenant);
    }

    public WorkflowStub startCallback() {
        return start(StatusCallbackWorkflow.TYPE, Question.callback(ORDER).workflowId(), ORDER);
    }

    private WorkflowStub start(String type, String id, Object... arguments) {
        String tenant = ORDER.shop().tenant();
        WorkflowStub workflow = client().newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.PROCESS)
                                .setPriority(CallProfiles.orderPriority(tenant))
                                .setStaticSummary("order " + ORDER.orderId() + " of "
                                        + ORDER.shop().shop())
                                .setTypedSearchAttributes(SearchAttributes.newBuilder()
                                        .set(SearchKeys.TENANT, tenant)
                                        .set(SearchKeys.SHOP, ORDER.shop().shop())
                                        .set(SearchKeys.ORDER, Long.toString(ORDER.orderId()))
                                        .set(SearchKeys.STATE, "on-its-way")
                                        .build())
                                .build());
        workflow.start(arguments);
        return workflow;
    }

    /** Lets the workflow end, skipping all time that it waits. */
    public TransferResult resultOf(WorkflowStub transfer) {
        return transfer.getResult(TransferResult.class);
    }

    public void awaitEndOf(WorkflowStub workflow) {
        workflow.getResult(Void.class);
    }

    /** Returns when the workflow waits for a person because of this. */
    public void awaitAttention(WorkflowStub workflow, Cause cause) {
        await().untilAsserted(
                        () -> assertThat(attribute(workflow, SearchKeys.CAUSE)).isEqualTo(cause.code()));
    }

    public @Nullable String attribute(WorkflowStub workflow, SearchAttributeKey<String> key) {
        return workflow.describe().getTypedSearchAttributes().get(key);
    }

    /**
     * Sends a decision as operators do, and returns when the workflow has taken it.
     *
     * @throws io.temporal.client.WorkflowUpdateException it was refused
     */
    public void decide(WorkflowStub workflow, Decision decision) {
        update(workflow, "decide", decision.id(), decision);
    }

    /**
     * Steers a loop as operators do, and returns when that is booked.
     *
     * @throws io.temporal.client.WorkflowUpdateException it was refused
     */
    public void steer(WorkflowStub loop, Steering steering) {
        update(loop, "steer", steering.id(), steering);
    }

    /** Asks for a comparison as operators do. */
    public void compare(WorkflowStub loop, ShopRef shop) {
        update(loop, "compare", "compare-" + shop.shop(), shop);
    }

    /** Sends any Update, as somebody does in the Temporal UI. */
    public void update(WorkflowStub workflow, String name, String id, Object argument) {
        workflow.startUpdate(
                        UpdateOptions.newBuilder(Void.class)
                                .setUpdateName(name)
                                .setUpdateId(id)
                                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                                .build(),
                        argument)
                .getResult();
    }

    public void changeInShop(WorkflowStub workflow) {
        workflow.signal("changedInShop");
    }

    /** For a script's {@code meanwhile}: the call is under way, and heartbeats like ours, until the test lets it end. */
    public static void waitFor(CountDownLatch latch) {
        try {
            while (!latch.await(1, TimeUnit.SECONDS)) {
                beat();
            }
        } catch (InterruptedException stageIsClosing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void beat() {
        try {
            Activity.getExecutionContext().heartbeat(null);
        } catch (ActivityCompletionException cancelled) {
            // A call that has begun goes on to its end, as with ActivityGuard.
        }
    }

    /** Lets time go by, with everything that happens in it. */
    public void letPass(Duration time) {
        engine.sleep(time);
    }

    /** Returns when an attempt of the poll has ended and the next one waits. */
    public void awaitPause(WorkflowStub loop) {
        await().until(() -> pendingActivities(loop).stream().anyMatch(PendingActivityInfo::hasLastFailure));
    }

    /** Returns when an attempt of this activity has ended and the next one waits. */
    public void awaitRetryOf(WorkflowStub loop, String activityType) {
        await().until(() -> pendingActivities(loop).stream()
                .anyMatch(pending -> pending.hasLastFailure()
                        && pending.getActivityType().getName().equals(activityType)));
    }

    /** What the Temporal UI shows of a workflow. */
    public String detailsOf(WorkflowStub workflow) {
        return workflow.query("__temporal_workflow_metadata", WorkflowMetadata.class)
                .getCurrentDetails();
    }

    /** Returns when this has happened in the run that the stub stands for. */
    public void awaitEvent(WorkflowStub workflow, EventType type) {
        await().atMost(Duration.ofMinutes(1)).until(() -> eventsOf(workflow).contains(type));
    }

    public List<EventType> eventsOf(WorkflowStub workflow) {
        return historyOf(workflow.getExecution()).getEvents().stream()
                .map(HistoryEvent::getEventType)
                .toList();
    }

    /** The run that goes on now, of a workflow that has continued as new. */
    public WorkflowStub latestRunOf(WorkflowStub workflow) {
        String id = workflow.getExecution().getWorkflowId();
        WorkflowExecution now = client().newUntypedWorkflowStub(id).describe().getExecution();
        return client().newUntypedWorkflowStub(WorkflowTargetOptions.newBuilder()
                .setWorkflowExecution(now)
                .build());
    }

    private static List<PendingActivityInfo> pendingActivities(WorkflowStub workflow) {
        return workflow.describe().getRawDescription().getPendingActivitiesList();
    }

    public WorkflowExecutionHistory historyOf(WorkflowExecution execution) {
        return client().fetchHistory(execution.getWorkflowId(), execution.getRunId());
    }

    public WorkflowClient client() {
        return engine.getWorkflowClient();
    }

    public long now() {
        return engine.currentTimeMillis();
    }
}
