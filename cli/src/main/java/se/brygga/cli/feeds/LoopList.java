package se.brygga.cli.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.view.Feed;
import se.brygga.cli.view.Trouble;
import se.brygga.cli.view.Word;

/** Loops by tenant and feed, and what is wrong besides. */
record LoopList(List<Loop> loops, List<ProductLoop> products, Trouble trouble) {

    /** The loop that follows one feed of a tenant's Specter. */
    record Loop(
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
            int foreignBatches) {}

    /** The loop that keeps a shop's products equal. */
    record ProductLoop(
            String shop,
            State state,
            @Nullable ProductPause pause,
            @Nullable Instant lookedAt,
            @Nullable Instant newsAt,
            int idle,
            int failures,
            @Nullable Instant expectedAt,
            int waiting) {}

    /** Who paused the products of a shop, and why. */
    record ProductPause(String by, Instant at, @Nullable String reason) {}

    /** What a loop does. */
    enum State implements Word {
        POLLS,
        NOT_POLLED_YET,
        FAILS,
        LATE,
        STANDS_STILL,
        PAUSED,
        NOT_IN_SET_UP,
        SUSPENDED,
        REMOVED
    }

    /** Who paused the loop. */
    record Pause(String by, @Nullable Instant at) {}

    /** The time between two polls. */
    record Pace(
            Duration shortest,
            Duration longest,
            boolean byOperator,
            @Nullable Quiet quiet) {}

    /** Hours of each day without a poll. */
    record Quiet(LocalTime from, LocalTime until) {}

    /** A batch that Specter holds open. */
    record OpenBatch(String kind, String batchNo, boolean stored, boolean foreign, Instant openedAt) {}
}
