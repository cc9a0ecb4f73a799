package se.brygga.workflows;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;

/**
 * Types of the application failures that activities throw. Retry policies, dashboards and callers read the type.
 */
public final class FailureTypes {

    /** The call surely had no effect. */
    public static final String NOT_SENT = "NotSent";
    /** The call may have had an effect. The activity itself knows how to repeat the call safely. */
    public static final String OUTCOME_UNKNOWN = "OutcomeUnknown";
    /** A limit of the remote system or of ours is reached. The failure carries the time to wait. */
    public static final String BUSY = "Busy";
    /** The remote system refused, and the activity has no result for a refusal. Not retried. */
    public static final String REFUSED = "Refused";
    /** A defect of ours. Not retried. */
    public static final String OUR_FAULT = "OurFault";

    /** The whole system is out of order. The step waits for the system without end; one notice tells of it. */
    public static final String OUTAGE = "Outage";

    /** Not a failure: a poll has found nothing. It carries the time to the next poll. */
    public static final String NOTHING_NEW = "NothingNew";

    private FailureTypes() {}

    /**
     * The type of a step's failure. Used where the message of the failure must not appear. For workflow code only.
     *
     * @throws ActivityFailure the given failure, if it only says that the workflow was cancelled
     */
    public static String of(ActivityFailure failure) {
        return switch (failure.getCause()) {
            case CanceledFailure _ -> throw failure;
            case ApplicationFailure application -> application.getType();
            case null, default -> failure.getClass().getSimpleName();
        };
    }
}
