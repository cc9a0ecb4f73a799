package se.brygga.workflows.refusal;

import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import se.brygga.workflows.FailureTypes;

/** How a workflow refuses an Update of a person: with the English text, and the refusal beside it for programs. */
public final class UpdateRefused {

    private UpdateRefused() {}

    /** What an Update's handler throws. */
    public static ApplicationFailure byHandler(Refusal why) {
        return ApplicationFailure.newNonRetryableFailure(why.toString(), FailureTypes.DECISION_REFUSED, why);
    }

    /** What an Update's validator throws. The SDK drops the details of a validator's own failure, and keeps those of its cause. */
    public static IllegalArgumentException byValidator(Refusal why) {
        return new IllegalArgumentException(why.toString(), byHandler(why));
    }

    /** The refusal in what an Update failed with; empty when it failed otherwise. */
    public static Optional<Refusal> in(ApplicationFailure failure) {
        if (FailureTypes.DECISION_REFUSED.equals(failure.getType())) {
            return Optional.ofNullable(failure.getDetails().get(Refusal.class));
        }
        return failure.getCause() instanceof ApplicationFailure cause ? in(cause) : Optional.empty();
    }
}
