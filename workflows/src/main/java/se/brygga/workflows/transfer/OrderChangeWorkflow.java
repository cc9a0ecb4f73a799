package se.brygga.workflows.transfer;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.AnswersAttention;

/**
 * Follows an order that was changed or cancelled in the shop after its transfer. This is a workflow of its own, because
 * a transfer's id never runs a second time once the order is in Specter.
 */
@WorkflowInterface
public interface OrderChangeWorkflow extends AnswersAttention {

    /** The workflow type. It never changes, because open histories carry it. */
    String TYPE = "OrderChange";

    /** Ends when the order equals what went to Specter, or when a person has taken note of the difference. */
    @WorkflowMethod(name = TYPE)
    void watch(OrderRef order);
}
