package se.brygga.worker.loops;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.Priority;
import io.temporal.common.SearchAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.OrderFeedWorkflow;
import se.brygga.workflows.intake.OrderIntakeWorkflow;
import se.brygga.workflows.products.InitialSyncWorkflow;
import se.brygga.workflows.products.ProductSyncWorkflow;
import se.brygga.workflows.push.PricePollWorkflow;
import se.brygga.workflows.push.StockPollWorkflow;

/** The loops in Temporal. */
@Component
final class TemporalLoops implements LoopEngine {

    private static final Logger LOG = LoggerFactory.getLogger(TemporalLoops.class);

    /** Longer than the delay of Temporal's list, and than the time to a worker's next look. */
    private static final Duration LATELY = Duration.ofMinutes(5);

    /** No loop ends by itself. A loop that continues as new is not listed. */
    private static final String ENDED =
            "WorkflowType IN ('" + OrderIntakeWorkflow.TYPE + "', '" + OrderFeedWorkflow.TYPE
                    + "', '" + StockPollWorkflow.TYPE + "', '" + PricePollWorkflow.TYPE
                    + "', '" + ProductSyncWorkflow.TYPE
                    + "') AND ExecutionStatus IN ('Terminated', 'Canceled', 'Failed', 'TimedOut', 'Completed') AND CloseTime > '";

    private final WorkflowClient temporal;
    private final InstantSource time;
    /** Runs that were reported already. */
    private final Set<String> told = new HashSet<>();

    TemporalLoops(WorkflowClient temporal, InstantSource time) {
        this.temporal = temporal;
        this.time = time;
    }

    @Override
    public synchronized Collection<String> endedLately() {
        String since =
                time.instant().minus(LATELY).truncatedTo(ChronoUnit.SECONDS).toString();
        try {
            List<WorkflowExecutionMetadata> ended =
                    temporal.listExecutions(ENDED + since + "'").toList();
            Set<String> loops = new HashSet<>();
            Set<String> runs = new HashSet<>();
            for (WorkflowExecutionMetadata run : ended) {
                runs.add(run.getExecution().getRunId());
                if (told.add(run.getExecution().getRunId())) {
                    loops.add(run.getExecution().getWorkflowId());
                }
            }
            told.retainAll(runs);
            return loops;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
                return List.of();
            }
            LOG.warn("Temporal does not say which loops have ended", e);
            return List.of();
        }
    }

    @Override
    public void end(String workflowId) {
        try {
            temporal.newUntypedWorkflowStub(workflowId).terminate("suspended or removed by an operator");
            LOG.info("{} was ended: suspended or removed by an operator", workflowId);
        } catch (WorkflowNotFoundException notRunning) {
            // This is the wanted result.
        }
    }

    @Override
    public boolean runs(String workflowId) {
        try {
            return temporal.newUntypedWorkflowStub(workflowId).describe().getStatus()
                    == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        } catch (WorkflowNotFoundException gone) {
            return false;
        }
    }

    @Override
    public void startIntake(ShopRef shop) {
        WorkflowOptions options = options(
                        OrderIntakeWorkflow.idOf(shop), "intake of " + shop, CallProfiles.intakePriority(shop.tenant()))
                .setTypedSearchAttributes(attributes(shop))
                .build();
        OrderIntakeWorkflow intake = temporal.newWorkflowStub(OrderIntakeWorkflow.class, options);
        WorkflowClient.start(intake::run, shop);
    }

    @Override
    public void startProducts(ShopRef shop) {
        WorkflowOptions options = options(
                        ProductSyncWorkflow.idOf(shop),
                        "products of " + shop,
                        CallProfiles.productPriority(shop.tenant()))
                .setTypedSearchAttributes(attributes(shop))
                .build();
        ProductSyncWorkflow products = temporal.newWorkflowStub(ProductSyncWorkflow.class, options);
        WorkflowClient.start(products::run, shop);
    }

    @Override
    public void startInitial(ShopRef shop) {
        WorkflowOptions options = options(
                        InitialSyncWorkflow.idOf(shop),
                        "initial sync of " + shop,
                        CallProfiles.productPriority(shop.tenant()))
                .setTypedSearchAttributes(attributes(shop))
                .build();
        InitialSyncWorkflow initial = temporal.newWorkflowStub(InitialSyncWorkflow.class, options);
        WorkflowClient.start(initial::run, shop);
    }

    private static SearchAttributes attributes(ShopRef shop) {
        return SearchAttributes.newBuilder()
                .set(SearchKeys.TENANT, shop.tenant())
                .set(SearchKeys.SHOP, shop.shop())
                .build();
    }

    @Override
    public void startFeed(Feed feed, String tenant) {
        WorkflowOptions options = options(
                        feed.workflowId(tenant), feed.key() + " of " + tenant, CallProfiles.feedPriority(tenant))
                .setTypedSearchAttributes(SearchAttributes.newBuilder()
                        .set(SearchKeys.TENANT, tenant)
                        .build())
                .build();
        switch (feed) {
            case ORDERS ->
                WorkflowClient.start(temporal.newWorkflowStub(OrderFeedWorkflow.class, options)::follow, tenant);
            case STOCK ->
                WorkflowClient.start(temporal.newWorkflowStub(StockPollWorkflow.class, options)::follow, tenant);
            case PRICES ->
                WorkflowClient.start(temporal.newWorkflowStub(PricePollWorkflow.class, options)::follow, tenant);
        }
    }

    private static WorkflowOptions.Builder options(String workflowId, String summary, Priority priority) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId)
                .setTaskQueue(TaskQueues.PROCESS)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setPriority(priority)
                .setStaticSummary(summary);
    }
}
