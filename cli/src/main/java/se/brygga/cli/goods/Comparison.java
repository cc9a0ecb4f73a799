package se.brygga.cli.goods;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.view.Feed;
import se.brygga.cli.view.Trouble;
import se.brygga.cli.view.Word;
import se.brygga.workflows.refusal.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * A comparison of a whole shop with what it should show.
 *
 * @param differences in stock or in prices; not all, where {@code found} says that there are more
 */
record Comparison(
        String shop,
        Feed feed,
        State state,
        @Nullable Asked job,
        @Nullable Found found,
        JsonNode differences,
        @Nullable Refusal why,
        Trouble.@Nullable NotWritten notWritten) {

    int read() {
        return job == null ? 0 : job.read();
    }

    /** Where the comparison stands. */
    enum State implements Word {
        COMPARED,
        NEVER_COMPARED,
        NOT_COMPARED,
        WAITS_ITS_TURN,
        RUNNING,
        STOPPED;

        boolean hasEnded() {
            return this != WAITS_ITS_TURN && this != RUNNING;
        }
    }

    /** A comparison that was asked for and is not done. */
    record Asked(Instant askedAt, int read) {}

    /** What the comparison found. */
    record Found(Instant at, int looked, int different, int unread, int absent) {}
}
