package se.brygga.workflows.intake;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.ShopRef;

/** The intake's looks at a shop. */
@ActivityInterface
public interface IntakeActivities {

    /**
     * Reads the orders that changed since the last complete look, and starts a transfer for each order that needs one.
     * Once an hour the look is a sweep. A sweep reads the last days, and takes up every order that is on its way in the
     * books. The watermark moves only after everything is stored, so a look that breaks off can be repeated.
     *
     * <p>Every attempt is one look. An attempt that another one follows fails with the time to the next. So the
     * engine's retries are the looks, which costs no event and no workflow task. Failures have one of the types in
     * {@code FailureTypes}.
     */
    Looked lookThrough(ShopRef shop, Look look);

    /** Why somebody looks, and when the looks end. */
    enum Look {
        /**
         * A run of the loop has begun, perhaps in an engine that has lost its memory. Looks and sweeps at once, and
         * ends with the first complete look.
         */
        AFRESH,
        /** A poke asked for the look. Looks at once, and ends with the first complete look. */
        AT_ONCE,
        /** Looks at the shop's pace, without end. */
        PACED
    }

    /**
     * What a look found.
     *
     * @param seen number of orders read
     * @param found number of orders handed on
     */
    record Looked(int seen, int found) {}
}
