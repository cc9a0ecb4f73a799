package se.brygga.workflows.refusal;

import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import se.brygga.workflows.FailureTypes;

/** How a workflow refuses an Update of a person: with the English text, and the refusal beside it for programs. */
public final class UpdateRefused {

    private UpdateRefused() {}

    /** What an Update's handler throws. */
    public static ApplicationFailure byHandler(Refusal why) {
        return ApplicationFailure.newNonRetryableFailure(why.toString(), FailureTypes.UPDATE_REFUSED, why);
    }

    /** What an Update's validator throws. The SDK drops the details of a validator's own failure, and keeps those of its cause. */
    public static IllegalArgumentException byValidator(Refusal why) {
        return new IllegalArgumentException(why.toString(), byHandler(why));
    }

    /** The refusal in what an Update failed with; empty when it failed otherwise. */
    public static Optional<Refusal> in(ApplicationFailure failure) {
        if (FailureTypes.UPDATE_REFUSED.equals(failure.getType())) {
            return Optional.ofNullable(failure.getDetails().get(Refusal.class)).map(told -> inWords(told, failure));
        }
        return failure.getCause() instanceof ApplicationFailure cause ? in(cause) : Optional.empty();
    }

    /** A newer worker's code is not known here: its text is. */
    private static Refusal inWords(Refusal told, ApplicationFailure failure) {
        return told.code() == Reason.WORKFLOW_REFUSED ? Reason.WORKFLOW_REFUSED.of(failure.getOriginalMessage()) : told;
    }
}
