package se.brygga.workflows.attention;

import io.temporal.failure.ApplicationFailure;
import se.brygga.workflows.refusal.Refusal;

/**
 * Says that a decision came to a workflow that waits for none. This is a class of its own, because an Update's
 * validator tells its failures apart by class only.
 */
public final class NothingWaits extends RuntimeException {

    private static final long serialVersionUID = 1;

    NothingWaits(Refusal refusal) {
        super(refusal.toString());
    }

    /** Whether the Update failed because nothing waits. */
    public static boolean isIn(ApplicationFailure failure) {
        return NothingWaits.class.getName().equals(failure.getType());
    }
}
