package se.brygga.starter.desk.decisions;

import java.time.Instant;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.status.StatusCallbackWorkflow;
import se.brygga.workflows.transfer.OrderChangeWorkflow;

/** Something about an order that waits for a person. A decision about it never answers another thing. */
public record Waiting(OrderRef order, Part part, Cause cause, Instant since) {

    /** What of an order can wait. Each part waits for one thing at a time. */
    public enum Part implements Word {
        TRANSFER,
        CHANGE,
        CALLBACK
    }

    static Waiting of(AttentionBook.Entry entry) {
        return new Waiting(entry.order(), partOf(entry.order(), entry.workflowId()), entry.cause(), entry.openedAt());
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
