package se.brygga.activities.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.orders.IntakeBook;

/** The counts of one look at a shop. */
final class Tally {

    final IntakeBook.Mark begun;

    @Nullable
    Instant latestChange;

    int seen;
    int found;
    /** Whether something was left to another start, which may fail. */
    boolean lookSoon;

    Tally(IntakeBook.Mark begun) {
        this.begun = begun;
    }
}
