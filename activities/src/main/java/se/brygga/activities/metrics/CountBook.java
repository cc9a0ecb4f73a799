package se.brygga.activities.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;

/** Counts what lists show line by line. Each statement says which list. Reads only. */
final class CountBook {

    /** A tenant's number of something, such as a cause. */
    record Count(String tenant, String what, long number) {}

    /** A tenant's orders on their way, by age. Each order is in exactly one of the numbers. */
    record OnItsWay(String tenant, Instant oldest, long aMinute, long tenMinutes, long anHour, long longer) {}

    /** @param oldest null when there is none */
    record Hooks(long number, @Nullable Instant oldest) {}

    /**
     * An order that we brought into Specter.
     *
     * @param placedAt by the shop's clock
     */
    record Transferred(OrderRef order, Instant placedAt, Instant at) {}

    /** In lists an order with an open question counts as waiting, whatever its standing. */
    private static final String NOTHING_WAITS = """
             and not exists (select from attention a where a.closed_at is null and a.tenant = o.tenant and a.shop = o.shop
              and a.order_id = o.order_id)""";

    private static final String WAITING = """
            select tenant, cause as what, count(*) as number from attention where closed_at is null
            group by tenant, cause""";

    /**
     * The word is a literal in this statement, as in {@link #ON_ITS_WAY}, because an index of just such orders needs
     * it.
     */
    private static final String SKIPPED = """
            select tenant, coalesce(skipped_by, '') as what, count(*) as number from shop_order o
            where state = 'skipped'""" + NOTHING_WAITS + " group by tenant, skipped_by";

    private static final String NOTICES = """
            select tenant, cause as what, count(*) as number from notice where closed_at is null
            group by tenant, cause""";

    private static final String WAITING_PRICES = """
            select tenant, '' as what, count(*) as number from price_approval where decision is null group by tenant""";

    private static final String ON_ITS_WAY = """
            select tenant, min(first_seen_at) as oldest,
              count(*) filter (where first_seen_at > :minute) as a_minute,
              count(*) filter (where first_seen_at <= :minute and first_seen_at > :ten) as ten_minutes,
              count(*) filter (where first_seen_at <= :ten and first_seen_at > :hour) as an_hour,
              count(*) filter (where first_seen_at <= :hour) as longer
            from shop_order o where state = 'on-its-way'""" + NOTHING_WAITS + " group by tenant";

    private static final String OPEN_HOOKS = """
            select count(*) as number, min(received_at) as oldest from web_hook_event where dispatched_at is null""";

    private static final String TRANSFERRED_AFTER = """
            select tenant, shop, order_id, placed_at, transferred_at from shop_order
            where transferred_at > :after and sent_hash is not null and placed_at is not null""";

    private final JdbcClient jdbc;

    CountBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lines of {@code orders list}, by cause. */
    List<Count> waiting() {
        return counts(WAITING);
    }

    /** Lines of {@code orders list --state skipped}, by rule. */
    List<Count> skipped() {
        return counts(SKIPPED);
    }

    /** What {@code notices} shows besides systems that are out of order, by cause. */
    List<Count> notices() {
        return counts(NOTICES);
    }

    /** Lines of {@code prices waiting}. */
    List<Count> waitingPrices() {
        return counts(WAITING_PRICES);
    }

    private List<Count> counts(String sql) {
        return jdbc.sql(sql)
                .query((rs, n) -> new Count(rs.getString("tenant"), rs.getString("what"), rs.getLong("number")))
                .list();
    }

    /** Lines of {@code orders list --state on-its-way}. An order's age begins when we first hear of it. */
    List<OnItsWay> onItsWay(Instant now) {
        return jdbc.sql(ON_ITS_WAY)
                .param("minute", Sql.at(now.minusSeconds(60)))
                .param("ten", Sql.at(now.minusSeconds(600)))
                .param("hour", Sql.at(now.minusSeconds(3600)))
                .query(CountBook::onItsWay)
                .list();
    }

    private static OnItsWay onItsWay(ResultSet rs, int row) throws SQLException {
        return new OnItsWay(
                rs.getString("tenant"),
                rs.getTimestamp("oldest").toInstant(),
                rs.getLong("a_minute"),
                rs.getLong("ten_minutes"),
                rs.getLong("an_hour"),
                rs.getLong("longer"));
    }

    /** Web hooks that are not handed on. Those of the last second are included, and are no trouble. */
    Hooks openHooks() {
        return jdbc.sql(OPEN_HOOKS)
                .query((rs, n) -> new Hooks(rs.getLong("number"), Sql.instant(rs, "oldest")))
                .single();
    }

    /** Orders that were transferred after this time, without those that somebody entered in Specter by hand. */
    List<Transferred> transferredAfter(Instant time) {
        return jdbc.sql(TRANSFERRED_AFTER)
                .param("after", Sql.at(time))
                .query((rs, n) -> new Transferred(
                        OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                        rs.getTimestamp("placed_at").toInstant(),
                        rs.getTimestamp("transferred_at").toInstant()))
                .list();
    }
}
