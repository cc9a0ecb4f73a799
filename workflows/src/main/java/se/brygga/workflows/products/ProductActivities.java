package se.brygga.workflows.products;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.ShopRef;

/** The looks of the sync of products. */
@ActivityInterface
public interface ProductActivities {

    /**
     * Reads what has changed on the master's side, and writes what differs to the other side. Once a night the look is
     * a sweep, which reads everything. The books hold what was read and what was written. So a look that breaks off can
     * be repeated, and a repeat writes nothing that was written.
     *
     * <p>Every attempt is one look. An attempt that another one follows fails with the time to the next. So the
     * engine's retries are the looks, which costs no event and no workflow task. Failures have one of the types in
     * {@code FailureTypes}.
     */
    Synced sync(ShopRef shop, Look look);

    /** Why somebody looks, and when the looks end. */
    enum Look {
        /** A run of the loop has begun. Looks at once, and ends with the first complete look. */
        AFRESH,
        /** A poke asked for the look. Looks at once, and ends with the first complete look. */
        AT_ONCE,
        /** Looks at the sync's pace, without end. */
        PACED
    }

    /**
     * What a look did.
     *
     * @param read number of variants or articles that were read
     * @param written number of those that were written to the other side
     * @param waiting number of all that wait for a person
     */
    record Synced(int read, int written, int waiting) {}
}
