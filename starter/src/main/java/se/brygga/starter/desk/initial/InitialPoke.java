package se.brygga.starter.desk.initial;

import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributes;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import se.brygga.starter.desk.Engine;
import se.brygga.starter.desk.Patience;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.products.InitialSyncWorkflow;

/** Makes the workflow of an initial sync look into the books, and starts the workflow where none runs. */
@Component
class InitialPoke {

    private final WorkflowClient temporal;

    InitialPoke(WorkflowClient temporal) {
        this.temporal = temporal;
    }

    /** While Temporal is away this does nothing: the books hold what was said, and a worker takes it up in a minute. */
    void poke(ShopRef shop) {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setWorkflowId(InitialSyncWorkflow.idOf(shop))
                .setTaskQueue(TaskQueues.PROCESS)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setPriority(CallProfiles.productPriority(shop.tenant()))
                .setStaticSummary("initial sync of " + shop)
                .setTypedSearchAttributes(SearchAttributes.newBuilder()
                        .set(SearchKeys.TENANT, shop.tenant())
                        .set(SearchKeys.SHOP, shop.shop())
                        .build())
                .build();
        WorkflowStub sync = temporal.newUntypedWorkflowStub(InitialSyncWorkflow.TYPE, options);
        try {
            Patience.within(
                    Engine.WORKER_ANSWERS_WITHIN,
                    () -> sync.signalWithStart("poke", new Object[] {}, new Object[] {shop}));
        } catch (TimeoutException | StatusRuntimeException | WorkflowServiceException away) {
            // Said above.
        }
    }
}
