package se.brygga.cli.initial;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.view.Word;
import se.brygga.workflows.attention.Cause;

/** What the plan says of one number, and what came of it. */
record InitialLine(
        int position,
        String number,
        Kind kind,
        @Nullable String other,
        List<Difference> differences,
        @Nullable Cause cause,
        String detail,
        @Nullable Outcome outcome) {

    /** What becomes of a line. */
    enum Kind implements Word {
        CREATE,
        CHANGE,
        MATCH,
        PROPOSED,
        TWICE,
        IMPOSSIBLE,
        ONLY_THERE;

        boolean isWritten() {
            return this == CREATE || this == CHANGE;
        }

        InitialText text() {
            return switch (this) {
                case CREATE -> InitialText.INITIAL_CREATE;
                case CHANGE -> InitialText.INITIAL_CHANGE;
                case MATCH -> InitialText.INITIAL_MATCH;
                case PROPOSED -> InitialText.INITIAL_PROPOSED;
                case TWICE -> InitialText.INITIAL_TWICE;
                case IMPOSSIBLE -> InitialText.INITIAL_IMPOSSIBLE;
                case ONLY_THERE -> InitialText.INITIAL_ONLY_THERE;
            };
        }
    }

    /** What came of a line. */
    enum Outcome implements Word {
        CREATED,
        CHANGED,
        MATCHED,
        LEFT,
        WAITS;

        InitialText text() {
            return switch (this) {
                case CREATED -> InitialText.INITIAL_CREATED;
                case CHANGED -> InitialText.INITIAL_CHANGED;
                case MATCHED -> InitialText.INITIAL_MATCHED;
                case LEFT -> InitialText.INITIAL_LEFT;
                case WAITS -> InitialText.INITIAL_WAITS;
            };
        }
    }

    /** One value that is written. */
    record Difference(String field, @Nullable String now, String then) {

        /** {@code weight: 2 → 2.5}. */
        @Override
        public String toString() {
            return field + ": " + (now == null ? "" : now + " → ") + then;
        }
    }

    /** All values that are written, on one line. */
    String changes() {
        return differences.stream().map(Difference::toString).collect(Collectors.joining("; "));
    }
}
