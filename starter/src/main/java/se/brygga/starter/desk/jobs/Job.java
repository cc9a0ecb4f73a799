package se.brygga.starter.desk.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.sql.TimeKey;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.workflows.refusal.Refusal;

/**
 * Work that an operator has asked for and that outlives the request.
 *
 * @param name for people
 * @param tenant null: every tenant
 * @param by who has asked for it
 * @param total how many parts it has: orders to decide, or shops to count
 * @param done how many of them are done
 * @param standsFor why it makes no progress just now; null while it makes some
 */
public record Job(
        String id,
        Kind kind,
        String name,
        @Nullable String tenant,
        String by,
        @Nullable String reason,
        State state,
        Instant madeAt,
        @Nullable Instant endedAt,
        int total,
        int done,
        @Nullable Refusal standsFor) {

    /** What a job does. */
    public enum Kind implements Word {
        DECISION,
        SUMS
    }

    /** How a job stands. */
    public enum State implements Word {
        RUNNING,
        STOPPED,
        ENDED
    }

    /** After which a list goes on. */
    public String key() {
        return new TimeKey(madeAt, id).text();
    }

    static Job of(JobBook.Job job) {
        JobBook.Order order = job.order();
        return new Job(
                job.id(),
                Word.twin(Kind.class, order.kind()),
                order.name(),
                order.tenant(),
                order.who(),
                order.reason(),
                Word.twin(State.class, job.state()),
                job.madeAt(),
                job.endedAt(),
                order.total(),
                job.done(),
                job.standsFor() == null ? null : DeskJson.read(job.standsFor(), Refusal.class));
    }
}
