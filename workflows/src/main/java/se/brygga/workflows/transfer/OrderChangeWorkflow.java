package se.brygga.workflows.transfer;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.AnswersAttention;

/**
 * An order was changed or cancelled in the shop after its transfer. A workflow of its own, because a transfer's id never
 * runs again once the order is in Specter.
 */
@WorkflowInterface
public interface OrderChangeWorkflow extends AnswersAttention {

    /** Never changes: open histories carry it. */
    String TYPE = "OrderChange";

    /** Ends when the order is again what went to Specter, or when a person has taken note. */
    @WorkflowMethod(name = TYPE)
    void watch(OrderRef order);
}
