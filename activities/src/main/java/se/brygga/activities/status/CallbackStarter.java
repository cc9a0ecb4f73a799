package se.brygga.activities.status;

import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.BatchRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.status.StatusCallbackWorkflow;

/** The one place that starts callbacks. A running one gets a signal, any other is started with one. */
public final class CallbackStarter {

    private final WorkflowClient temporal;
    private final CallbackBook callbacks;

    public CallbackStarter(WorkflowClient temporal, CallbackBook callbacks) {
        this.temporal = temporal;
        this.callbacks = callbacks;
    }

    /**
     * Tells the order's workflow that its inbox has an event. Idempotent: a workflow that finds the inbox empty ends.
     */
    public void tell(OrderRef order) {
        String tenant = order.shop().tenant();
        StatusCallbackWorkflow callback = temporal.newWorkflowStub(
                StatusCallbackWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(Question.callback(order).workflowId())
                        .setTaskQueue(TaskQueues.PROCESS)
                        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                        .setPriority(CallProfiles.statusPriority(tenant))
                        .setStaticSummary("order " + order.orderId() + " of "
                                + order.shop().shop() + ": what happened in Specter")
                        .setTypedSearchAttributes(SearchAttributes.newBuilder()
                                .set(SearchKeys.TENANT, tenant)
                                .set(SearchKeys.SHOP, order.shop().shop())
                                .set(SearchKeys.ORDER, Long.toString(order.orderId()))
                                .set(SearchKeys.STATE, SearchKeys.State.ON_ITS_WAY.word())
                                .build())
                        .build());
        BatchRequest request = temporal.newSignalWithStartRequest();
        request.add(callback::report, order);
        request.add(callback::changedInSpecter);
        temporal.signalWithStart(request);
        callbacks.handedOn(order);
    }
}
