package se.brygga.starter.desk.bulk;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;

/** The orders of a decision about many: those that waited when the decision was made, and the result of each. */
@Component
final class BulkBook {

    /** What came of the decision about one order. */
    enum Outcome {
        FOLLOWED,
        REFUSED,
        UNKNOWN
    }

    /** What a followed decision led to. */
    enum Came {
        IN_SPECTER,
        ON_ITS_WAY,
        STILL_WAITS,
        WAITS_FOR_ANOTHER,
        SKIPPED,
        SETTLED
    }

    /**
     * The result of one order. Only the values of its kind are there.
     *
     * @param number Specter's
     * @param cause what the order waits for
     * @param since when it began to wait
     * @param rule that skipped the order
     */
    record Result(
            Came came,
            @Nullable Long number,
            @Nullable Cause cause,
            @Nullable Instant since,
            @Nullable String rule) {}

    /** What is known of one order of the job; all values are null until then. */
    record Fate(
            @Nullable Outcome outcome,
            @Nullable String why,
            @Nullable Result result) {}

    /**
     * One order of a job.
     *
     * @param position from 1, the order that has waited longest first
     * @param cause what the order waited for
     * @param tries how often the decision was sent without an answer
     */
    record Part(int position, Question question, Cause cause, Instant since, int tries, Fate fate) {

        OrderRef order() {
            return question.order();
        }
    }

    /**
     * What a decision about many would be about.
     *
     * @param sums by currency
     * @param unread number of orders that nobody has read; they add nothing to the sums
     * @param tenants number of orders of each tenant
     * @param digest of exactly these orders with exactly these amounts
     */
    record Preview(
            int count,
            Map<String, BigDecimal> sums,
            int unread,
            Map<String, Integer> tenants,
            List<OrderRef> first,
            String digest) {}

    /** The number of orders of a job with this result; {@code outcome} is null for orders that are not decided yet. */
    record Tally(@Nullable Outcome outcome, @Nullable Came came, int orders) {}

    private static final int SHOWN = 10;

    private static final String WAITING = """
             from attention a
            left join shop_order o on o.tenant = a.tenant and o.shop = a.shop and o.order_id = a.order_id
            where a.closed_at is null and a.cause = :cause and (:tenant::text is null or a.tenant = :tenant)""";

    private static final String LIST = """
            insert into job_order (job, position, tenant, shop, order_id, attention, kind, cause, since, total, currency,
              tries)
            select :job, row_number() over (order by a.opened_at, a.id), a.tenant, a.shop, a.order_id, a.id, a.kind,
              a.cause, a.opened_at, o.total, o.currency, 0""" + WAITING;

    private static final String COLUMNS = """
            select position, tenant, shop, order_id, kind, cause, since, tries, outcome, why, came, specter_number,
              waits_for, waits_since, rule from job_order where job = :job""";

    private static final String SUMS = """
            select currency, sum(total) as total from job_order where job = :job and currency is not null
            group by currency""";

    private static final String DIGEST = """
            select count(*) as orders, count(*) filter (where currency is null) as unread,
              coalesce(md5(string_agg(attention || ' ' || coalesce(total::text, '-') || coalesce(currency, '-'), ','
                order by attention)), '-') as hash
            from job_order where job = :job""";

    private static final String TENANTS =
            "select tenant, count(*) as orders from job_order where job = :job group by tenant";

    private static final String TALLIES = """
            select outcome, came, count(*) as orders from job_order where job = :job group by outcome, came""";

    private static final String PAGE = COLUMNS + " and position > :after order by position limit :limit";

    private static final String UNDECIDED = COLUMNS + " and outcome is null order by position limit :limit";

    private static final String ON_THEIR_WAY = COLUMNS + " and came = :onItsWay order by position";

    private static final String TRIED = """
            update job_order set tries = tries + 1 where job = :job and position = :position""";

    private static final String KNOW = """
            update job_order set outcome = :outcome, why = :why, came = :came, specter_number = :number,
              waits_for = :cause, waits_since = :since, rule = :rule where job = :job and position = :position""";

    private final JdbcClient jdbc;

    BulkBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores what waits for this cause now as the job's orders.
     *
     * @param tenant null for every tenant
     */
    void list(String job, @Nullable String tenant, Cause cause) {
        Sql.requireTransaction();
        jdbc.sql(LIST)
                .param("job", job)
                .param("tenant", tenant)
                .param("cause", cause.code())
                .update();
    }

    /** The preview of the job's orders. */
    Preview preview(String job) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        jdbc.sql(SUMS).param("job", job).query(rs -> {
            sums.put(rs.getString("currency"), rs.getBigDecimal("total"));
        });
        Map<String, Integer> tenants = new TreeMap<>();
        jdbc.sql(TENANTS).param("job", job).query(rs -> {
            tenants.put(rs.getString("tenant"), rs.getInt("orders"));
        });
        List<OrderRef> first = page(job, 0, SHOWN).stream().map(Part::order).toList();
        return jdbc.sql(DIGEST)
                .param("job", job)
                .query((rs, row) -> new Preview(
                        rs.getInt("orders"), sums, rs.getInt("unread"), tenants, first, rs.getString("hash")))
                .single();
    }

    /** The job's orders after this position. */
    List<Part> page(String job, long after, int limit) {
        return jdbc.sql(PAGE)
                .param("job", job)
                .param("after", after)
                .param("limit", limit)
                .query(BulkBook::read)
                .list();
    }

    /** Orders that are not decided yet, the one that has waited longest first. */
    List<Part> undecided(String job, int limit) {
        return jdbc.sql(UNDECIDED)
                .param("job", job)
                .param("limit", limit)
                .query(BulkBook::read)
                .list();
    }

    /** Orders whose decision is followed, and whose result is not known yet. */
    List<Part> onTheirWay(String job) {
        return jdbc.sql(ON_THEIR_WAY)
                .param("job", job)
                .param("onItsWay", Sql.code(Came.ON_ITS_WAY))
                .query(BulkBook::read)
                .list();
    }

    /** Counts a try: a decision was sent and not answered. */
    void tried(String job, int position) {
        jdbc.sql(TRIED).param("job", job).param("position", position).update();
    }

    /** Stores what came of the decision about one order, or a later result. */
    void know(String job, int position, Fate fate) {
        Result result = fate.result();
        jdbc.sql(KNOW)
                .param("outcome", code(fate.outcome()))
                .param("why", fate.why())
                .param("came", result == null ? null : code(result.came()))
                .param("number", result == null ? null : result.number())
                .param(
                        "cause",
                        result == null || result.cause() == null
                                ? null
                                : result.cause().code())
                .param("since", result == null || result.since() == null ? null : Sql.at(result.since()))
                .param("rule", result == null ? null : result.rule())
                .param("job", job)
                .param("position", position)
                .update();
    }

    /** The number of orders by result. */
    List<Tally> tallies(String job) {
        return jdbc.sql(TALLIES)
                .param("job", job)
                .query((rs, row) -> new Tally(
                        constant(Outcome.class, rs.getString("outcome")),
                        constant(Came.class, rs.getString("came")),
                        rs.getInt("orders")))
                .list();
    }

    private static @Nullable String code(@Nullable Enum<?> constant) {
        return constant == null ? null : Sql.code(constant);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String code) {
        return code == null ? null : Sql.constant(type, code);
    }

    private static Part read(ResultSet rs, int row) throws SQLException {
        Came came = constant(Came.class, rs.getString("came"));
        String waitsFor = rs.getString("waits_for");
        Result result = came == null
                ? null
                : new Result(
                        came,
                        rs.getObject("specter_number", Long.class),
                        waitsFor == null ? null : Cause.ofCode(waitsFor),
                        Sql.instant(rs, "waits_since"),
                        rs.getString("rule"));
        return new Part(
                rs.getInt("position"),
                new Question(
                        OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                        Sql.constant(Question.Kind.class, rs.getString("kind"))),
                Cause.ofCode(rs.getString("cause")),
                rs.getTimestamp("since").toInstant(),
                rs.getInt("tries"),
                new Fate(constant(Outcome.class, rs.getString("outcome")), rs.getString("why"), result));
    }
}
