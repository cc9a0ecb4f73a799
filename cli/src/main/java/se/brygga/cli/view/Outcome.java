package se.brygga.cli.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.refusal.Refusal;

/**
 * What came of a decision about one order.
 *
 * @param subject the order
 * @param result null unless the decision is followed
 * @param why null if the decision is followed
 */
public record Outcome(
        Kind outcome,
        String subject,
        @Nullable Result result,
        @Nullable Refusal why) {

    /** Whether the decision is followed. */
    public enum Kind implements Word {
        FOLLOWED,
        REFUSED,
        UNKNOWN
    }

    /** What a decision that is followed led to. Only the values of its kind are there. */
    public record Result(
            ResultKind kind,
            @Nullable Long number,
            @Nullable Cause cause,
            @Nullable Instant since,
            @Nullable String rule) {}

    /** What can come of a decision. */
    public enum ResultKind implements Word {
        IN_SPECTER,
        ON_ITS_WAY,
        STILL_WAITS,
        WAITS_FOR_ANOTHER,
        SKIPPED,
        SETTLED
    }
}
