package se.brygga.starter.desk.callbacks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.status.CallbackBook;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/**
 * One event of an order in Specter, and whether the shop was told.
 *
 * @param cause what the callback waits for. Null while it does not wait, and in an order's story, which lists the
 *     questions apart
 * @param parcels tracking numbers that became known with the event
 * @param note ids, codes and phrases of {@link se.brygga.workflows.attention.CauseTexts#detail}; null for none
 * @param sentAt when the write to the shop began; null before
 * @param settledAt null while the event is on its way or waits
 */
public record Callback(
        long id,
        OrderRef order,
        Event event,
        State state,
        @Nullable Cause cause,
        List<String> parcels,
        @Nullable String note,
        Instant seenAt,
        @Nullable Instant sentAt,
        @Nullable Instant settledAt) {

    /** What happened in Specter. */
    public enum Event implements Word {
        DELIVERED,
        PART_DELIVERED,
        PARCELS,
        UNDONE,
        INVOICED,
        PAID,
        CANCELLED
    }

    /** Whether the shop was told of the event. */
    public enum State implements Word {
        PENDING,
        WAITING,
        REPORTED,
        NOTED,
        OVERTAKEN,
        SKIPPED
    }

    /** @param cause what the order's callback waits for; null when it does not wait */
    public static Callback of(CallbackBook.Callback callback, @Nullable Cause cause) {
        return new Callback(
                callback.id(),
                callback.order(),
                Word.twin(Event.class, callback.event()),
                Word.twin(State.class, callback.state()),
                callback.state() == CallbackBook.State.WAITING ? cause : null,
                callback.tracking(),
                callback.note(),
                callback.seenAt(),
                callback.sentAt(),
                callback.settledAt());
    }
}
