package se.brygga.starter.api;

import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** The bounds for the length of a list. */
public final class Limit {

    private static final int MOST = 1000;

    private Limit() {}

    /**
     * The limit, if it is within the bounds.
     *
     * @throws RequestRefused the limit is out of bounds
     */
    public static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Reason.LIMIT_OUT_OF_BOUNDS.refused(MOST, limit);
        }
        return limit;
    }
}
