package se.brygga.cli.jobs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.view.Outcome;
import se.brygga.cli.view.Word;
import se.brygga.workflows.refusal.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * A job and its result.
 *
 * @param decision for a decision about many; null for another job
 * @param sums counted days, as the starter answers; null for another job
 */
public record JobStory(
        Job job, @Nullable Progress decision, @Nullable JsonNode sums) {

    /** The job itself. */
    public record Job(
            String id,
            String kind,
            String name,
            @Nullable String tenant,
            String by,
            @Nullable String reason,
            State state,
            Instant madeAt,
            @Nullable Instant endedAt,
            int total,
            int done,
            @Nullable Refusal standsFor) {}

    /** Where a job stands. */
    public enum State implements Word {
        RUNNING,
        STOPPED,
        ENDED
    }

    /** How far a decision about many has come. */
    public record Progress(
            Map<String, BigDecimal> sums,
            int undecided,
            Map<Outcome.Kind, Integer> outcomes,
            Map<Outcome.ResultKind, Integer> results) {

        int of(Outcome.Kind kind) {
            return outcomes.getOrDefault(kind, 0);
        }
    }

    boolean isRunning() {
        return job.state() == State.RUNNING;
    }
}
