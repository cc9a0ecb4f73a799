package se.brygga.starter.desk.decisions;

import java.time.Instant;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.status.StatusCallbackWorkflow;
import se.brygga.workflows.transfer.OrderChangeWorkflow;
import se.brygga.workflows.transfer.OrderTransferWorkflow;

/** Something about an order that waits for a person. A decision about it never answers another thing. */
public record Waiting(OrderRef order, Part part, Cause cause, Instant since) {

    /** What of an order can wait. Each part waits for one thing at a time. */
    public enum Part implements Word {
        TRANSFER,
        CHANGE,
        CALLBACK
    }

    static Waiting of(AttentionBook.Entry entry) {
        return of(entry.order(), entry.workflowId(), entry.cause(), entry.openedAt());
    }

    /** What waits in this workflow of the order. */
    public static Waiting of(OrderRef order, String workflowId, Cause cause, Instant since) {
        return new Waiting(order, partOf(order, workflowId), cause, since);
    }

    /** The workflow that takes the decision. */
    String workflowId() {
        return switch (part) {
            case TRANSFER -> OrderTransferWorkflow.idOf(order);
            case CHANGE -> OrderChangeWorkflow.idOf(order);
            case CALLBACK -> StatusCallbackWorkflow.idOf(order);
        };
    }

    /** Whether this entry is just what waits here. */
    boolean is(AttentionBook.Entry entry) {
        return entry.closedAt() == null && entry.cause() == cause && partOf(order, entry.workflowId()) == part;
    }

    static Part partOf(OrderRef order, String workflowId) {
        return workflowId.equals(StatusCallbackWorkflow.idOf(order))
                ? Part.CALLBACK
                : workflowId.equals(OrderChangeWorkflow.idOf(order)) ? Part.CHANGE : Part.TRANSFER;
    }
}
