package se.brygga.workflows;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;

/** Types of the application failures that activities and Updates throw; retry policies, dashboards and callers go by them. */
public final class FailureTypes {

    /** Surely without effect. */
    public static final String NOT_SENT = "NotSent";
    /** It may have had an effect; the activity itself knows how to repeat safely. */
    public static final String OUTCOME_UNKNOWN = "OutcomeUnknown";
    /** A limit, theirs or ours. Carries the time to wait. */
    public static final String BUSY = "Busy";
    /** Refused where the activity has no value to say so. Not retried. */
    public static final String REFUSED = "Refused";
    /** A defect of ours. Not retried. */
    public static final String OUR_FAULT = "OurFault";

    /** The whole system is out of order, which is told of the system: the step waits for it, however long it takes. */
    public static final String OUTAGE = "Outage";

    /** No failure at all: a poll has found nothing, and carries the time to the next one. */
    public static final String NOTHING_NEW = "NothingNew";

    /** Of an Update, which is a decision, a steering or a comparison: it is not followed; the message says why. */
    public static final String UPDATE_REFUSED = "UpdateRefused";

    private FailureTypes() {}

    /**
     * The type of a step's failure, for where its message must not go. For workflow code only.
     *
     * @throws ActivityFailure this one again, if it only says that the workflow was cancelled
     */
    public static String of(ActivityFailure failure) {
        return switch (failure.getCause()) {
            case CanceledFailure _ -> throw failure;
            case ApplicationFailure application -> application.getType();
            case null, default -> failure.getClass().getSimpleName();
        };
    }
}
