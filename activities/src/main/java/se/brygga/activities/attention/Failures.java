package se.brygga.activities.attention;

import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.attention.Cause;

/** From a client's failure to what Temporal and the operator are told. */
public final class Failures {

    private Failures() {}

    /** For the retry policy: the type says whether a retry helps, and a remote's wish sets the delay. */
    public static ApplicationFailure forRetry(RemoteFailure failure) {
        return forRetry(failure, failure.retryAfter());
    }

    /**
     * The same with a delay of our own.
     *
     * @param pause until the next try; null leaves it to the retry policy
     */
    public static ApplicationFailure forRetry(RemoteFailure failure, @Nullable Duration pause) {
        ApplicationFailure.Builder builder =
                ApplicationFailure.newBuilder().setMessage(failure.getMessage()).setType(typeOf(failure));
        if (pause != null) {
            builder.setNextRetryDelay(pause);
        }
        if (failure.kind() == RemoteFailure.Kind.BUSY || failure.ofSystem()) {
            // Expected under load, and told of the system where it is out of order: no error in logs and metrics.
            builder.setCategory(ApplicationErrorCategory.BENIGN);
        }
        return builder.build();
    }

    /**
     * Expected, so no error in logs and metrics: the engine tries again.
     *
     * @param pause until then; null leaves it to the retry policy
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
     * The attempt is followed by another after the pause. Expected, so no error in logs and metrics.
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

    /** For a refusal that has no value of its own: what the order then waits for. */
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

    /** Of {@link FailureTypes}. */
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
