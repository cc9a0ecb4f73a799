package se.brygga.starter.desk.trouble;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.refusal.Refusal;

/**
 * What keeps everything, or many things, from moving.
 *
 * @param engine null while Temporal takes work
 * @param noWorkerSince when a worker was seen last; null while one runs
 * @param webHooks web hooks that nobody hands on; null while none has waited for long
 * @param lateLoops loops that have not looked when they said
 */
public record Standstill(
        @Nullable EngineTrouble engine,
        @Nullable Instant noWorkerSince,
        @Nullable WebHooks webHooks,
        List<LateLoop> lateLoops) {

    /** What keeps Temporal from taking work. */
    public enum EngineFault implements Word {
        AWAY,
        NOT_LET_IN,
        NO_NAMESPACE,
        NO_SEARCH_ATTRIBUTES
    }

    /** @param why what is wrong and how to mend it */
    public record EngineTrouble(EngineFault fault, Refusal why) {}

    /** Web hooks that were stored and not handed on. */
    public record WebHooks(int count, Instant oldest) {}

    /** @param loop the id of its workflow: {@code stock/nordkajak} */
    public record LateLoop(
            String loop, Instant lookedAt, @Nullable Instant expectedAt) {}

    /** Whether nothing at all moves. */
    public boolean nothingMoves() {
        return engine != null || noWorkerSince != null;
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return !nothingMoves() && webHooks == null && lateLoops.isEmpty();
    }
}
