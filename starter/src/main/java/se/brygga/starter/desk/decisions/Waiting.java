package se.brygga.starter.desk.decisions;

import java.time.Instant;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;

/** A question about an order that waits for a person. A decision about one question never answers another. */
public record Waiting(Question question, Cause cause, Instant since) {

    /** Whether this entry of the books is exactly this question with this cause. */
    boolean is(AttentionBook.Entry entry) {
        return entry.closedAt() == null
                && entry.cause() == cause
                && entry.question().equals(question);
    }
}
