package se.brygga.workflows.attention;

import io.temporal.failure.ApplicationFailure;
import se.brygga.workflows.refusal.Refusal;

/** A decision came to a workflow that waits for none. An Update's validator can only tell by the class of what it throws. */
public final class NothingWaits extends RuntimeException {

    private static final long serialVersionUID = 1;

    NothingWaits(Refusal refusal) {
        super(refusal.toString());
    }

    /** Whether this is what an Update failed with. */
    public static boolean isIn(ApplicationFailure failure) {
        return NothingWaits.class.getName().equals(failure.getType());
    }
}
