package se.brygga.workflows.intake;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.ShopRef;

/** The intake's looks at a shop. */
@ActivityInterface
public interface IntakeActivities {

    /**
     * Reads what changed since the last complete look and starts a transfer for each order that needs one; once an hour also
     * sweeps the last days and takes up every order that the books show as on its way. The mark moves only after everything is
     * safe, so a look that breaks off is simply done again.
     *
     * <p>Every attempt is one look. An attempt that is to be followed by another fails with the time to it: the engine's
     * retries are the looks, which costs no event and no workflow task. What went wrong is told as one of {@code FailureTypes}.
     */
    Looked lookThrough(ShopRef shop, Look look);

    /** Why somebody looks. */
    enum Look {
        /**
         * A run of the loop has begun, perhaps in an engine that has lost its memory: looks at once, sweeps whatever the hour,
         * and ends with the first complete look.
         */
        AFRESH,
        /** A poke asked for it: looks at once, and ends with the first complete look. */
        AT_ONCE,
        /** Looks again and again, at the shop's pace, for ever. */
        PACED
    }

    /**
     * What a look has come to.
     *
     * @param seen orders read
     * @param found orders handed on
     */
    record Looked(int seen, int found) {}
}
