package se.brygga.starter.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.wiring.temporal.TemporalCheck;
import se.brygga.workflows.refusal.Refusal;

/** Temporal and the workers. Without either of them no decision is followed. */
@Component
public record Engine(TemporalCheck temporal, LoopBook loops) {

    /**
     * A worker answers within a second or two, an overloaded one somewhat later. No answer within this time means that
     * no worker runs.
     */
    public static final Duration WORKER_ANSWERS_WITHIN = Duration.ofSeconds(30);

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

    /** What keeps Temporal from starting or moving anything; empty when nothing does. */
    public Optional<TemporalCheck.Trouble> trouble() {
        return temporal.trouble(ANSWERS_WITHIN);
    }

    /** What keeps Temporal from moving anything, as the refusal of a decision; empty when nothing does. */
    public Optional<Refusal> refusal() {
        return trouble().map(TemporalCheck.Trouble::refusal);
    }

    /** When a worker was last seen; empty while one runs. */
    public Optional<Instant> noWorkerSince() {
        return loops.unkeptSince();
    }
}
