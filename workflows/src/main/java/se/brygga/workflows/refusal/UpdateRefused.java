package se.brygga.workflows.refusal;

import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/** How a workflow refuses a person's Update: with the English text, and the refusal as data for programs. */
public final class UpdateRefused {

    /** The type of the failure: an Update (a decision, a steering or a comparison) is not followed. The message says why. */
    public static final String TYPE = "UpdateRefused";

    private UpdateRefused() {}

    /** The failure that an Update's handler throws. */
    public static ApplicationFailure byHandler(Refusal why) {
        return ApplicationFailure.newNonRetryableFailure(why.toString(), TYPE, why);
    }

    /**
     * The failure that an Update's validator throws. The refusal is in the cause: the SDK drops the details of a
     * validator's own failure, and keeps those of its cause.
     */
    public static IllegalArgumentException byValidator(Refusal why) {
        return new IllegalArgumentException(why.toString(), byHandler(why));
    }

    /** The refusal that an Update failed with; empty when the Update failed otherwise. */
    public static Optional<Refusal> in(ApplicationFailure failure) {
        if (TYPE.equals(failure.getType())) {
            return Optional.ofNullable(failure.getDetails().get(Refusal.class)).map(told -> inWords(told, failure));
        }
        return failure.getCause() instanceof ApplicationFailure cause ? in(cause) : Optional.empty();
    }

    /** A code of a newer worker is unknown here, so its English text is used instead. */
    private static Refusal inWords(Refusal told, ApplicationFailure failure) {
        return told.code() == Reason.WORKFLOW_REFUSED ? Reason.WORKFLOW_REFUSED.of(failure.getOriginalMessage()) : told;
    }
}
