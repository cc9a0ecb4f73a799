package se.brygga.workflows.status;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.AnswersAttention;

/** Tells the shop what happened to one order in Specter. See {@code docs/process.md}. */
@WorkflowInterface
public interface StatusCallbackWorkflow extends AnswersAttention {

    /** The workflow type. It never changes, because open histories carry it. */
    String TYPE = "StatusCallback";

    /** Reports until the order's inbox is empty. */
    @WorkflowMethod(name = TYPE)
    void report(OrderRef order);

    /** The order's inbox has a new event. */
    @SignalMethod(name = "changedInSpecter")
    void changedInSpecter();
}
