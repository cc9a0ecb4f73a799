package se.brygga.activities.feed;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.Polling;

/**
 * When each loop was last heard of, and when it says that it looks next. So the books know without Temporal that a loop
 * does not run. A loop that an operator has paused names no next look.
 */
public final class LoopBook {

    /**
     * How long a loop may be late without being called so. Polls are spread and wait for a place, and heartbeats may be
     * late.
     */
    public static final Duration GRACE = Duration.ofSeconds(30);

    /** The longest time without a worker that looks after the loops. A worker does so every five seconds. */
    private static final Duration KEPT_WITHIN = Duration.ofSeconds(45);

    /**
     * One loop.
     *
     * @param workflowId {@code stock/tenant}, {@code intake/tenant/shop}
     * @param expectedAt when the loop should look next; null while it is paused
     */
    public record Look(
            String workflowId, Instant lookedAt, @Nullable Instant expectedAt) {

        /** Whether the loop should have looked by now. */
        public boolean isLate(Instant now) {
            return expectedAt != null && expectedAt.plus(GRACE).isBefore(now);
        }
    }

    private static final String SAVE_LOOK = """
            insert into loop_look (workflow_id, looked_at, expected_at) values (:id, :now, :expected)
            on conflict (workflow_id) do update set looked_at = excluded.looked_at,
              expected_at = excluded.expected_at""";

    private static final String ALL = "select workflow_id, looked_at, expected_at from loop_look";

    private static final String LATE = """
            select workflow_id, looked_at, expected_at from loop_look where expected_at < :before
            order by expected_at, workflow_id""";

    private static final String KEPT = """
            insert into loop_keeper (kept_at) values (:now)
            on conflict (only_row) do update set kept_at = excluded.kept_at""";

    private static final String UNKEPT_SINCE = "select kept_at from loop_keeper";

    /** After a complete look the workflow begins the next one at once. */
    private static final Duration NEXT_TASK = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final InstantSource time;

    LoopBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Notes that a loop looks, or has looked.
     *
     * @param next time until it reports again; null if that is when somebody resumes it
     */
    public void looks(String workflowId, @Nullable Duration next) {
        Instant now = time.instant();
        jdbc.sql(SAVE_LOOK)
                .param("id", workflowId)
                .param("now", Sql.at(now))
                .param("expected", next == null ? null : Sql.at(now.plus(next)))
                .update();
    }

    /**
     * Makes a look of a loop whose looks are the retries of one activity, and notes when the loop looks next. So the
     * books show without Temporal that the loop does not run.
     *
     * @param longest time that a look takes at most; a longer one is called late, which does no harm
     */
    public <T> T watched(String workflowId, Duration longest, Supplier<T> look) {
        looks(workflowId, longest);
        try {
            T found = look.get();
            looks(workflowId, NEXT_TASK);
            return found;
        } catch (ApplicationFailure told) {
            Duration pause = told.getNextRetryDelay();
            looks(workflowId, pause == null ? Polling.AFTER_DEFECT : pause);
            throw told;
        }
    }

    /** Every loop that was ever heard of, by its id. */
    public Map<String, Look> all() {
        Map<String, Look> all = new HashMap<>();
        jdbc.sql(ALL).query(LoopBook::read).list().forEach(look -> all.put(look.workflowId(), look));
        return all;
    }

    /** Loops that should have looked by now, the latest first. Loops that no set-up wants any more are included. */
    public List<Look> late() {
        return jdbc.sql(LATE)
                .param("before", Sql.at(time.instant().minus(GRACE)))
                .query(LoopBook::read)
                .list();
    }

    /** As {@link #late()}, for loops that a set-up wants. */
    public List<Look> late(List<TenantSetup> served) {
        Set<String> wanted =
                served.stream().flatMap(setup -> setup.loops().stream()).collect(Collectors.toSet());
        return late().stream()
                .filter(look -> wanted.contains(look.workflowId()))
                .toList();
    }

    /** Notes that a worker looks after the loops. */
    public void kept() {
        jdbc.sql(KEPT).param("now", Sql.at(time.instant())).update();
    }

    /** Since when no worker has looked after the loops; empty while one does. */
    public Optional<Instant> unkeptSince() {
        return jdbc.sql(UNKEPT_SINCE)
                .query((rs, n) -> rs.getTimestamp("kept_at").toInstant())
                .optional()
                .filter(kept -> kept.plus(KEPT_WITHIN).isBefore(time.instant()));
    }

    private static Look read(java.sql.ResultSet rs, int row) throws java.sql.SQLException {
        return new Look(
                rs.getString("workflow_id"), rs.getTimestamp("looked_at").toInstant(), Sql.instant(rs, "expected_at"));
    }
}
