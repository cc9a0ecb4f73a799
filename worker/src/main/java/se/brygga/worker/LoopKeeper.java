package se.brygga.worker;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.Priority;
import io.temporal.common.SearchAttributes;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private final SetupStore setups;
    private final WorkflowClient temporal;
    private final Set<String> kept = new HashSet<>();

    LoopKeeper(SetupStore setups, WorkflowClient temporal) {
        this.setups = setups;
        this.temporal = temporal;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void keep() {
        for (String tenant : setups.tenants()) {
            setups.find(tenant).ifPresent(this::keepLoopsOf);
        }
    }

    /** Every minute anew: an engine that lost its memory is noticed without a restart. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forget() {
        kept.clear();
    }

    private void keepLoopsOf(TenantSetup setup) {
        for (ShopSetup shop : setup.shops()) {
            ShopRef ref = new ShopRef(setup.tenant(), shop.shop());
            once(OrderIntakeWorkflow.idOf(ref), () -> startIntake(ref));
        }
        for (Feed feed : Feed.values()) {
            if (setup.shops().stream().anyMatch(shop -> shop.wants(feed))) {
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
        WorkflowClient.start(intake::run, shop, 0);
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
