package se.brygga.workflows.status;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.AnswersAttention;

/** Tells the shop what has happened to one order in Specter. See {@code docs/process.md}. */
@WorkflowInterface
public interface StatusCallbackWorkflow extends AnswersAttention {

    /** Never changes: open histories carry it. */
    String TYPE = "StatusCallback";

    /** Ends when the order's inbox is empty. */
    @WorkflowMethod(name = TYPE)
    void report(OrderRef order);

    /** There is something new in the order's inbox. */
    @SignalMethod(name = "changedInSpecter")
    void changedInSpecter();
}
