package se.brygga.workflows.status;

import io.temporal.activity.ActivityInterface;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** What a callback does in Starweb. */
@ActivityInterface
public interface StatusActivities {

    /**
     * Reports what is in the order's inbox, oldest first, until it is empty or somebody must decide. Each event is looked
     * at, written at most once and confirmed by reading; where each stands is in the database, so this may be repeated.
     */
    Reported reportInbox(OrderRef order);

    /**
     * @param events how many were settled: written, or found to be so already, or noted
     * @param cause what the first unsettled one waits for; null when the inbox is empty
     */
    record Reported(int events, @Nullable Cause cause) {}
}
