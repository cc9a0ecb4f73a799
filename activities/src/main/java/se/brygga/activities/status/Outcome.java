package se.brygga.activities.status;

import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Cause;

/** What became of one callback. */
sealed interface Outcome {

    /** The shop says so; it was read back. */
    record Reported(@Nullable String note) implements Outcome {}

    /** Nothing was to be written. */
    record Noted(String note) implements Outcome {}

    /** Specter has taken it back, and the shop was not told. */
    record Overtaken(String note) implements Outcome {}

    /** @param detail ids and codes; nothing personal */
    record Held(Cause cause, String detail) implements Outcome {}
}
