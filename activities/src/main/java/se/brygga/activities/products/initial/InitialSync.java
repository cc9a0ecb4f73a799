package se.brygga.activities.products.initial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.setup.products.Direction;

/**
 * The initial sync of a shop.
 *
 * @param askedBy login of who asked for the plan
 * @param plannedAt null until the plan is made
 * @param beganAt null until somebody says that the plan is to be carried out
 * @param endedAt null until the run has ended, or was stopped
 * @param whole whether Specter had told of all its articles when the plan was made
 * @param ofMaster number of articles or variants that the plan has read in the system that decides
 * @param ofOther number of those in the other system
 */
public record InitialSync(
        Direction direction,
        State state,
        Instant askedAt,
        String askedBy,
        @Nullable Instant plannedAt,
        @Nullable Instant beganAt,
        @Nullable String beganBy,
        @Nullable Instant endedAt,
        boolean whole,
        int ofMaster,
        int ofOther) {

    /** Where an initial sync stands. Constants are stored. They may be added, never renamed. */
    public enum State {
        /** Both systems are read. */
        PLANNING,
        /** A person may look at the plan, and say that it is to be carried out. */
        PLANNED,
        RUNNING,
        PAUSED,
        /** A person has ended it. What was written stays. */
        STOPPED,
        ENDED
    }
}
