package se.brygga.activities.attention;

import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.attention.Cause;

/** Translates a client's failure into what Temporal and the operator are told. */
public final class Failures {

    private Failures() {}

    /**
     * The failure for the retry policy. Its type says whether a retry helps. A time that the remote asked for sets the
     * delay.
     */
    public static ApplicationFailure forRetry(RemoteFailure failure) {
        return forRetry(failure, failure.retryAfter());
    }

    /**
     * As {@link #forRetry(RemoteFailure)}, with a delay of our own.
     *
     * @param pause time until the next try; null leaves it to the retry policy
     */
    public static ApplicationFailure forRetry(RemoteFailure failure, @Nullable Duration pause) {
        ApplicationFailure.Builder builder =
                ApplicationFailure.newBuilder().setMessage(failure.getMessage()).setType(typeOf(failure));
        if (pause != null) {
            builder.setNextRetryDelay(pause);
        }
        if (failure.kind() == RemoteFailure.Kind.BUSY || failure.ofSystem()) {
            // Busy and outages are expected, and the outage has a notice. So they are no errors in logs and metrics.
            builder.setCategory(ApplicationErrorCategory.BENIGN);
        }
        return builder.build();
    }

    /**
     * A failure that is expected, so it is no error in logs and metrics. The engine tries again.
     *
     * @param pause time until the next try; null leaves it to the retry policy
     */
    public static ApplicationFailure busy(String message, @Nullable Duration pause) {
        ApplicationFailure.Builder builder = ApplicationFailure.newBuilder()
                .setMessage(message)
                .setType(FailureTypes.BUSY)
                .setCategory(ApplicationErrorCategory.BENIGN);
        if (pause != null) {
            builder.setNextRetryDelay(pause);
        }
        return builder.build();
    }

    /**
     * A failure that another attempt follows after the pause. Expected, so it is no error in logs and metrics.
     *
     * @param type one of {@link FailureTypes}
     */
    public static ApplicationFailure later(@Nullable String message, String type, Duration pause) {
        return ApplicationFailure.newBuilder()
                .setMessage(message)
                .setType(type)
                .setNextRetryDelay(pause)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }

    /**
     * The cause for which an order waits after a refusal.
     *
     * @param otherwise the cause of a refusal that has none of its own
     */
    public static Cause causeOf(RemoteFailure failure, Cause otherwise) {
        return switch (failure.why()) {
            case SHOP_REMOVED -> Cause.SHOP_REMOVED;
            case UNREADABLE_ANSWER -> Cause.ORDER_NOT_READABLE;
            default -> otherwise;
        };
    }

    /** Whether a person must act before another try makes sense. */
    public static boolean needsPerson(RemoteFailure failure) {
        return failure.kind() == RemoteFailure.Kind.REFUSED || failure.kind() == RemoteFailure.Kind.OUR_FAULT;
    }

    /** The failure's type, one of {@link FailureTypes}. */
    public static String typeOf(RemoteFailure failure) {
        if (failure.ofSystem()) {
            return FailureTypes.OUTAGE;
        }
        return switch (failure.kind()) {
            case NOT_LET_IN -> FailureTypes.OUTAGE;
            case NOT_SENT -> FailureTypes.NOT_SENT;
            case OUTCOME_UNKNOWN -> FailureTypes.OUTCOME_UNKNOWN;
            case BUSY -> FailureTypes.BUSY;
            case REFUSED -> FailureTypes.REFUSED;
            case OUR_FAULT -> FailureTypes.OUR_FAULT;
        };
    }
}
