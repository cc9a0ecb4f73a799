package se.brygga.worker;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.Priority;
import io.temporal.common.SearchAttributes;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.SetupStore;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.OrderFeedWorkflow;
import se.brygga.workflows.feed.PricePollWorkflow;
import se.brygga.workflows.feed.StockPollWorkflow;
import se.brygga.workflows.intake.OrderIntakeWorkflow;

/** Sees to it that each shop has its intake and each tenant its feeds: at start-up, and for those that are set up later. */
@Component
class LoopKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LoopKeeper.class);
    private static final int LOOKS_AN_HOUR = 60;

    private final Supplier<List<TenantSetup>> setups;
    private final Supplier<SetupStore.NotServed> notServed;
    private final WorkflowClient temporal;
    /** What runs, those first that have longest not been looked at. */
    private final Set<String> kept = new LinkedHashSet<>();
    /** What was ended here and has not begun again. */
    private final Set<String> ended = new HashSet<>();

    @Autowired
    LoopKeeper(SetupStore setups, WorkflowClient temporal) {
        this(setups::allServed, setups::notServed, temporal);
    }

    /**
     * @param setups of the shops that are served
     * @param notServed whose loops must not run
     */
    LoopKeeper(Supplier<List<TenantSetup>> setups, Supplier<SetupStore.NotServed> notServed, WorkflowClient temporal) {
        this.setups = setups;
        this.notServed = notServed;
        this.temporal = temporal;
    }

    @Scheduled(fixedDelayString = "PT5S")
    synchronized void keep() {
        setups.get().forEach(this::keepLoopsOf);
        // Asked last: what is suspended in between was perhaps just started.
        endLoopsOf(notServed.get());
    }

    /** Of shops and tenants that were suspended or removed, whichever worker has started them. */
    private void endLoopsOf(SetupStore.NotServed left) {
        Set<String> none = new LinkedHashSet<>();
        left.shops().forEach(shop -> none.add(OrderIntakeWorkflow.idOf(shop)));
        left.tenants().forEach(tenant -> List.of(Feed.values()).forEach(feed -> none.add(feed.workflowId(tenant))));
        ended.retainAll(none);
        for (String workflowId : none) {
            if (kept.remove(workflowId) | ended.add(workflowId)) {
                end(workflowId);
            }
        }
    }

    private void end(String workflowId) {
        try {
            temporal.newUntypedWorkflowStub(workflowId).terminate("suspended or removed by an operator");
            LOG.info("{} was ended: suspended or removed by an operator", workflowId);
        } catch (WorkflowNotFoundException notRunning) {
            // So it should be.
        }
    }

    /**
     * An engine that lost its memory is noticed within a minute, without a restart: of what runs some are looked at, each once an
     * hour, and when one is missing all are started again. To start all each minute would cost more than their polls.
     */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    synchronized void lookAfter() {
        List<String> some = kept.stream().limit(kept.size() / LOOKS_AN_HOUR + 1).toList();
        if (some.stream().allMatch(this::runs)) {
            some.forEach(kept::remove);
            kept.addAll(some);
        } else {
            LOG.warn("Temporal does not run a loop that it should: all are started where they do not run");
            kept.clear();
        }
    }

    private boolean runs(String workflowId) {
        try {
            return temporal.newUntypedWorkflowStub(workflowId).describe().getStatus()
                    == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        } catch (WorkflowNotFoundException gone) {
            return false;
        }
    }

    private void keepLoopsOf(TenantSetup setup) {
        for (ShopSetup shop : setup.shops()) {
            ShopRef ref = new ShopRef(setup.tenant(), shop.shop());
            once(OrderIntakeWorkflow.idOf(ref), () -> startIntake(ref));
        }
        for (Feed feed : Feed.values()) {
            if (setup.follows(feed)) {
                once(feed.workflowId(setup.tenant()), () -> startFeed(feed, setup.tenant()));
            }
        }
    }

    private void once(String workflowId, Runnable start) {
        if (!kept.contains(workflowId)) {
            start.run();
            kept.add(workflowId);
            LOG.info("{} runs", workflowId);
        }
    }

    private void startIntake(ShopRef shop) {
        WorkflowOptions options = options(
                        OrderIntakeWorkflow.idOf(shop), "intake of " + shop, CallProfiles.intakePriority(shop.tenant()))
                .setTypedSearchAttributes(SearchAttributes.newBuilder()
                        .set(SearchKeys.TENANT, shop.tenant())
                        .set(SearchKeys.SHOP, shop.shop())
                        .build())
                .build();
        OrderIntakeWorkflow intake = temporal.newWorkflowStub(OrderIntakeWorkflow.class, options);
        WorkflowClient.start(intake::run, shop);
    }

    private void startFeed(Feed feed, String tenant) {
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
