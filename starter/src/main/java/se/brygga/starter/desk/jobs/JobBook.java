package se.brygga.starter.desk.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.brygga.activities.sql.OfTenants;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.sql.TimeKey;
import se.brygga.activities.sql.Where;

/**
 * Jobs. Any starter takes a lease on a job that is due, does a part of the job, and gives it back. When a starter ends
 * meanwhile, the lease expires and another starter continues.
 */
@Component
public final class JobBook {

    /** Longer than the slowest part between two renewals: a decision that a slow worker answers. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration KEPT_FOR = Duration.ofDays(30);

    /** Jobs per transaction. Small transactions delay nobody. */
    private static final int JOBS_AT_ONCE = 100;

    private static final int ORDERS_AT_ONCE = 1000;

    /** What a job does. */
    public enum Kind {
        /** Decides about all orders that waited for a cause. */
        DECISION,
        /** Counts the orders of some days. */
        SUMS
    }

    /** Where a job stands. */
    public enum State {
        RUNNING,
        /** A person has stopped the job. What was done stays done. */
        STOPPED,
        ENDED
    }

    /**
     * The request for a job.
     *
     * @param tenant null for every tenant
     * @param name for people; nothing personal
     * @param who login, never a full name
     * @param request the whole request, as JSON
     * @param total number of parts to do
     */
    public record Order(
            Kind kind,
            @Nullable String tenant,
            String name,
            String who,
            @Nullable String reason,
            String request,
            int total) {}

    /**
     * A job.
     *
     * @param done number of parts that are done
     * @param standsFor why the job makes no progress, a {@code Refusal} as JSON; null while it makes progress
     * @param result what the job has found so far, as JSON; null for nothing
     */
    public record Job(
            String id,
            Order order,
            State state,
            Instant madeAt,
            @Nullable Instant endedAt,
            int done,
            @Nullable String standsFor,
            @Nullable String result) {}

    private static final String COLUMNS = """
            id, kind, tenant, name, who, reason, request, total, state, made_at, ended_at, done, stands_for, result""";

    private static final String SELECT = "select " + COLUMNS + " from job";

    private static final String ADD = """
            insert into job (id, kind, tenant, name, who, reason, request, total, state, made_at, due_at, done)
            values (:id, :kind, :tenant, :name, :who, :reason, :request, :total, :state, :now, :now, 0)""";

    private static final OfTenants NEWEST_FIRST = new OfTenants(COLUMNS, "job", "made_at, id");

    private static final String TAKE = """
            update job set due_at = :until where id =
              (select id from job where state = :running and due_at <= :now order by due_at limit 1 for update skip locked)
            returning\s""" + COLUMNS;

    private static final String RENEW = "update job set due_at = :until where id = :id and state = :running";

    private static final String REST = """
            update job set due_at = :until, done = :done, stands_for = :why, result = :result
            where id = :id and state = :running""";

    private static final String END = """
            update job set state = :ended, ended_at = :now, done = :done, stands_for = null, result = :result
            where id = :id and state = :running""";

    private static final String STOP =
            "update job set state = :stopped, ended_at = :now, stands_for = null where id = :id and state = :running";

    private static final String SIZE = "update job set total = :total where id = :id";

    private static final String FIND = SELECT + " where id = :id";

    private static final String PURGE_ORDERS = """
            delete from job_order where (job, position) in
              (select o.job, o.position from job j join job_order o on o.job = j.id where j.ended_at < :before
              limit :limit for update of o skip locked)""";

    private static final String PURGE = """
            delete from job where id in
              (select j.id from job j where j.ended_at < :before
                and not exists (select from job_order o where o.job = j.id)
              order by j.ended_at limit :limit for update skip locked)""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    JobBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Adds a job, due at once, and returns its id. Joins a surrounding transaction. */
    public String add(Order order) {
        String id = UUID.randomUUID().toString();
        jdbc.sql(ADD)
                .param("id", id)
                .param("kind", Sql.code(order.kind()))
                .param("tenant", order.tenant())
                .param("name", order.name())
                .param("who", order.who())
                .param("reason", order.reason())
                .param("request", order.request())
                .param("total", order.total())
                .param("state", Sql.code(State.RUNNING))
                .param("now", Sql.at(time.instant()))
                .update();
        return id;
    }

    /** Stores the number of parts. Joins the transaction that added the job. */
    public void size(String id, int total) {
        Sql.requireTransaction();
        jdbc.sql(SIZE).param("total", total).param("id", id).update();
    }

    /** A job by its id. */
    public Optional<Job> find(String id) {
        return jdbc.sql(FIND).param("id", id).query(JobBook::read).optional();
    }

    /**
     * Jobs, newest first.
     *
     * @param tenants empty for all jobs; otherwise only jobs of a single one of these tenants
     * @param after the last job of the page before; null for the first page
     */
    public List<Job> list(Set<String> tenants, @Nullable TimeKey after, int limit) {
        Where where = new Where();
        if (after != null) {
            where.and("(made_at, id) < (:at, :id)")
                    .param("at", Sql.at(after.at()))
                    .param("id", after.id());
        }
        return jdbc.sql(NEWEST_FIRST.page(tenants, where, limit))
                .params(where.values())
                .query(JobBook::read)
                .list();
    }

    /** Takes a lease on a job that is due; empty when none is. */
    public Optional<Job> take() {
        Instant now = time.instant();
        return jdbc.sql(TAKE)
                .param("until", Sql.at(now.plus(LEASE)))
                .param("running", Sql.code(State.RUNNING))
                .param("now", Sql.at(now))
                .query(JobBook::read)
                .optional();
    }

    /** Renews the lease. False when the job was stopped: nothing more of it may be done then. */
    public boolean renew(String id) {
        return jdbc.sql(RENEW)
                        .param("until", Sql.at(time.instant().plus(LEASE)))
                        .param("id", id)
                        .param("running", Sql.code(State.RUNNING))
                        .update()
                == 1;
    }

    /**
     * Gives back a job that is not finished.
     *
     * @param pause time until the job is due again
     * @param standsFor why no progress was made; null if some was
     */
    public void rest(String id, Duration pause, int done, @Nullable String standsFor, @Nullable String result) {
        jdbc.sql(REST)
                .param("until", Sql.at(time.instant().plus(pause)))
                .param("done", done)
                .param("why", standsFor)
                .param("result", result)
                .param("id", id)
                .param("running", Sql.code(State.RUNNING))
                .update();
    }

    /** Ends a job, because all its parts are done. */
    public void end(String id, int done, @Nullable String result) {
        jdbc.sql(END)
                .param("ended", Sql.code(State.ENDED))
                .param("now", Sql.at(time.instant()))
                .param("done", done)
                .param("result", result)
                .param("id", id)
                .param("running", Sql.code(State.RUNNING))
                .update();
    }

    /** Stops a running job. False when the job was not running. */
    public boolean stop(String id) {
        return jdbc.sql(STOP)
                        .param("stopped", Sql.code(State.STOPPED))
                        .param("now", Sql.at(time.instant()))
                        .param("id", id)
                        .param("running", Sql.code(State.RUNNING))
                        .update()
                == 1;
    }

    /**
     * Deletes jobs that ended, or were stopped, thirty days ago: some of their orders first, then jobs without orders.
     * The audit log keeps what was decided. May run in several processes at once.
     *
     * @return whether there may be more
     */
    boolean purge() {
        return isFull(PURGE_ORDERS, ORDERS_AT_ONCE) || isFull(PURGE, JOBS_AT_ONCE);
    }

    /** Whether the statement deleted as many rows as it may at once. */
    private boolean isFull(String purge, int limit) {
        return jdbc.sql(purge)
                        .param("before", Sql.at(time.instant().minus(KEPT_FOR)))
                        .param("limit", limit)
                        .update()
                == limit;
    }

    private static Job read(ResultSet rs, int row) throws SQLException {
        return new Job(
                rs.getString("id"),
                new Order(
                        Sql.constant(Kind.class, rs.getString("kind")),
                        rs.getString("tenant"),
                        rs.getString("name"),
                        rs.getString("who"),
                        rs.getString("reason"),
                        rs.getString("request"),
                        rs.getInt("total")),
                Sql.constant(State.class, rs.getString("state")),
                rs.getTimestamp("made_at").toInstant(),
                Sql.instant(rs, "ended_at"),
                rs.getInt("done"),
                rs.getString("stands_for"),
                rs.getString("result"));
    }
}
