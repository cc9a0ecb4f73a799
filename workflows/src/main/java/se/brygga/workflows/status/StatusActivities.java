package se.brygga.workflows.status;

import io.temporal.activity.ActivityInterface;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** What a callback does in Starweb. */
@ActivityInterface
public interface StatusActivities {

    /**
     * Reports the events in the order's inbox, oldest first, until the inbox is empty or a person must decide. For each
     * event the shop's order is read, written at most once, and read back. The database holds each event's progress, so
     * the method is idempotent.
     */
    Reported reportInbox(OrderRef order);

    /**
     * What a report came to.
     *
     * @param events number of settled events: written, found to be written already, or noted
     * @param cause what the first unsettled event waits for; null when the inbox is empty
     */
    record Reported(int events, @Nullable Cause cause) {}
}
