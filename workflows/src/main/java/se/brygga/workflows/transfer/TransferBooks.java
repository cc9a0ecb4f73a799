package se.brygga.workflows.transfer;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.StepFailure;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;

/** What the workflows of an order write in the books themselves. For workflow code only. */
final class TransferBooks {

    private final OrderRef order;

    TransferBooks(OrderRef order) {
        this.order = order;
    }

    Recorded record(Decision decision) {
        return activities("record the decision").recordDecision(order, workflowId(), decision);
    }

    /**
     * A step failed as no step foresaw, or an outage outlasted our patience: a person must know.
     *
     * @throws ActivityFailure this one again, if it only says that the workflow was cancelled
     */
    Cause hold(ActivityFailure failure) {
        String type = StepFailure.typeOf(failure);
        Cause held = activities("note the failure").holdOrder(order, workflowId(), Cause.INTERNAL_ERROR, type);
        return held == null ? Cause.INTERNAL_ERROR : held;
    }

    private BookkeepingActivities activities(String summary) {
        return Workflow.newActivityStub(
                BookkeepingActivities.class, CallProfiles.booking(order.shop().tenant(), summary));
    }

    private static String workflowId() {
        return Workflow.getInfo().getWorkflowId();
    }
}
