package se.brygga.activities.status;

import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** What came of one callback. */
sealed interface CallbackOutcome {

    /** The shop shows it: the write was read back. */
    record Reported(@Nullable Detail note) implements CallbackOutcome {}

    /** Nothing was to be written. */
    record Noted(Detail note) implements CallbackOutcome {

        Noted(Phrase note) {
            this(note.with());
        }
    }

    /** Specter has taken the event back, and the shop was not told. */
    record Overtaken(Detail note) implements CallbackOutcome {}

    /**
     * The callback waits for a person.
     *
     * @param detail ids and codes; nothing personal
     */
    record Parked(Cause cause, Detail detail) implements CallbackOutcome {}
}
