package se.brygga.worker;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.activities.store.SetupStore;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.intake.OrderIntakeWorkflow;

/** Sees to it that each shop has its intake: at start-up, and for shops that are set up later. */
@Component
class LoopKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LoopKeeper.class);

    private final SetupStore setups;
    private final WorkflowClient temporal;
    private final Set<ShopRef> kept = new HashSet<>();

    LoopKeeper(SetupStore setups, WorkflowClient temporal) {
        this.setups = setups;
        this.temporal = temporal;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void keep() {
        for (ShopRef shop : setups.shops()) {
            if (!kept.contains(shop)) {
                start(shop);
                kept.add(shop);
                LOG.info("intake of shop {} runs", shop);
            }
        }
    }

    /** Every minute anew: an engine that lost its memory is noticed without a restart. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forget() {
        kept.clear();
    }

    private void start(ShopRef shop) {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setWorkflowId(OrderIntakeWorkflow.idOf(shop))
                .setTaskQueue(TaskQueues.PROCESS)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setPriority(CallProfiles.intakePriority(shop.tenant()))
                .setStaticSummary("intake of " + shop)
                .setTypedSearchAttributes(SearchAttributes.newBuilder()
                        .set(SearchKeys.TENANT, shop.tenant())
                        .set(SearchKeys.SHOP, shop.shop())
                        .build())
                .build();
        OrderIntakeWorkflow intake = temporal.newWorkflowStub(OrderIntakeWorkflow.class, options);
        WorkflowClient.start(intake::run, shop, 0);
    }
}
