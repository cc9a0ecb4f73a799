package se.brygga.starter.desk.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.feed.Feed;

/**
 * The loop that follows one feed of a tenant's Specter.
 *
 * @param newsAt when it last found something
 * @param idle polls since then
 * @param failures polls that failed, in a row
 * @param expectedAt when it polls next; null while it is paused, or before its first poll
 * @param openBatches batches of Specter that are open
 * @param foreignBatches batches of other integrations in the last day
 */
public record Loop(
        String tenant,
        Feed feed,
        State state,
        @Nullable Pause pause,
        @Nullable Instant polledAt,
        @Nullable Instant newsAt,
        int idle,
        int failures,
        @Nullable Instant expectedAt,
        Pace pace,
        List<OpenBatch> openBatches,
        int foreignBatches) {

    /** What the loop does. */
    public enum State implements Word {
        POLLS,
        NOT_POLLED_YET,
        /** The last poll failed. */
        FAILS,
        /** The loop has not polled when it said. */
        LATE,
        /** Nothing polls: see the standstill of the list. */
        STANDS_STILL,
        PAUSED,
        NOT_IN_SET_UP,
        SUSPENDED,
        REMOVED
    }

    /** Who has paused it. */
    public record Pause(String by, @Nullable Instant at) {}

    /**
     * The time between two polls.
     *
     * @param shortest what is in force
     * @param longest what it grows to while nothing happens; the same when an operator has set it
     * @param byOperator whether an operator has set it, and not the set-up
     * @param quiet hours without a poll; null for none
     */
    public record Pace(
            Duration shortest,
            Duration longest,
            boolean byOperator,
            @Nullable Quiet quiet) {}

    /** Hours of each day without a poll. */
    public record Quiet(LocalTime from, LocalTime until) {}

    /**
     * A batch that Specter holds open.
     *
     * @param stored whether its rows are in the books
     * @param foreign whether another integration has opened it
     */
    public record OpenBatch(String kind, String batchNo, boolean stored, boolean foreign, Instant openedAt) {}
}
