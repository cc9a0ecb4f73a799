package se.brygga.activities.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/** Orders as people look for them. Reads only. */
public final class OrderLists {

    /**
     * One line of a list: an order, or one thing that waits about it. An order about which several things wait (its transfer
     * and a later change) has as many lines.
     *
     * @param cause what it waits for; null when it does not wait
     * @param workflowId who takes the decision; null when it does not wait
     */
    public record Line(
            OrderRef order,
            OrderRecord.State state,
            @Nullable String skippedBy,
            @Nullable Cause cause,
            @Nullable String workflowId,
            @Nullable Instant waitsSince,
            @Nullable BigDecimal total,
            @Nullable String currency,
            @Nullable Instant placedAt,
            @Nullable Long specterNumber,
            @Nullable Instant transferredAt) {}

    /** What to list; null and empty mean "any". Waiting orders are those with an open cause, transferred or not. */
    public record Filter(
            @Nullable String tenant,
            @Nullable String shop,
            OrderRecord.@Nullable State state,
            @Nullable Cause cause,
            int limit) {}

    /** Orders of one shop and day (by the shop's time of placing, UTC), counted; none is in two columns. */
    public record DaySum(
            ShopRef shop,
            LocalDate day,
            String currency,
            int placed,
            int transferred,
            int onTheirWay,
            int waiting,
            int skipped,
            BigDecimal transferredTotal,
            BigDecimal placedTotal) {}

    /** A call that was made about an order; see {@link se.brygga.activities.remote.CallRecord}. */
    public record Call(
            Instant at,
            String system,
            String action,
            int status,
            String answer,
            @Nullable String failure,
            int tookMs) {}

    /** A remote system that does not answer. */
    public record Outage(String tenant, String system, String shop, Instant since, int failures, String lastAnswer) {}

    private final JdbcClient jdbc;

    public OrderLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest order first. */
    public List<Line> list(Filter filter) {
        String state = filter.state() == null ? null : filter.state().code();
        String cause = filter.cause() == null ? null : filter.cause().code();
        return jdbc.sql("""
                select o.*, a.cause, a.workflow_id, a.opened_at from shop_order o
                left join attention a on a.tenant = o.tenant and a.shop = o.shop and a.order_id = o.order_id
                  and a.closed_at is null
                where (:tenant::text is null or o.tenant = :tenant) and (:shop::text is null or o.shop = :shop)
                  and (:state::text is null or (:state = 'waiting' and a.cause is not null)
                    or (o.state = :state and a.cause is null))
                  and (:cause::text is null or a.cause = :cause)
                order by coalesce(o.placed_at, o.first_seen_at) desc, o.order_id desc, a.id limit :limit""")
                .param("tenant", filter.tenant())
                .param("shop", filter.shop())
                .param("state", state)
                .param("cause", cause)
                .param("limit", filter.limit())
                .query(OrderLists::line)
                .list();
    }

    /** Every order with this number, in whatever shop. */
    public List<OrderRef> withNumber(long orderId) {
        return jdbc.sql("select tenant, shop from shop_order where order_id = ? order by tenant, shop")
                .param(orderId)
                .query((rs, n) -> OrderRef.of(rs.getString(1), rs.getString(2), orderId))
                .list();
    }

    /** The order, with the newest of what waits about it. */
    public Optional<Line> find(OrderRef order) {
        return of(order).stream().reduce((older, newer) -> newer);
    }

    /** The order's lines: one for each thing that waits, oldest first; one if nothing does; none if it is not known. */
    public List<Line> of(OrderRef order) {
        return jdbc.sql("""
                select o.*, a.cause, a.workflow_id, a.opened_at from shop_order o
                left join attention a on a.tenant = o.tenant and a.shop = o.shop and a.order_id = o.order_id
                  and a.closed_at is null
                where o.tenant = ? and o.shop = ? and o.order_id = ? order by a.id""")
                .params(OrderBook.key(order))
                .query(OrderLists::line)
                .list();
    }

    /** The order to which the tenant's Specter number belongs in our books. */
    public Optional<OrderRef> withSpecterNumber(String tenant, long specterNumber) {
        return jdbc.sql("select shop, order_id from shop_order where tenant = ? and specter_number = ?")
                .params(tenant, specterNumber)
                .query((rs, n) -> OrderRef.of(tenant, rs.getString(1), rs.getLong(2)))
                .optional();
    }

    /** The last calls about an order, oldest first. Masked, as {@link CallBook} keeps them. */
    public List<Call> calls(OrderRef order, String externalOrderNo) {
        return jdbc.sql("""
                select * from (select * from remote_call where tenant = ? and (subject = ? and shop = ? or subject in (?, ?))
                  order by id desc limit 50) latest order by id""")
                .params(
                        order.shop().tenant(),
                        "order " + order.orderId(),
                        order.shop().shop(),
                        "order " + order.shop().shop() + "/" + order.orderId(),
                        "order " + externalOrderNo)
                .query((rs, n) -> new Call(
                        rs.getTimestamp("at").toInstant(),
                        rs.getString("system"),
                        rs.getString("action"),
                        rs.getInt("status"),
                        rs.getString("answer"),
                        rs.getString("failure"),
                        rs.getInt("took_ms")))
                .list();
    }

    public List<Outage> outages() {
        return jdbc.sql("select * from outage order by since")
                .query((rs, n) -> new Outage(
                        rs.getString("tenant"),
                        rs.getString("system"),
                        rs.getString("shop"),
                        rs.getTimestamp("since").toInstant(),
                        rs.getInt("failures"),
                        rs.getString("last_answer")))
                .list();
    }

    /** Per shop, day and currency, newest first; complete orders only. */
    public List<DaySum> sums(int days) {
        return jdbc.sql("""
                select tenant, shop, (placed_at at time zone 'UTC')::date as day, currency, count(*) as placed,
                  count(*) filter (where state = 'transferred') as transferred,
                  count(*) filter (where state = 'on-its-way') as on_their_way,
                  count(*) filter (where state = 'waiting') as waiting,
                  count(*) filter (where state = 'skipped') as skipped,
                  coalesce(sum(total) filter (where state = 'transferred'), 0) as transferred_total,
                  sum(total) as placed_total
                from shop_order where complete and placed_at is not null
                  and placed_at > (select max(placed_at) from shop_order) - make_interval(days => ?)
                group by tenant, shop, day, currency order by day desc, tenant, shop, currency""")
                .param(days)
                .query((rs, n) -> new DaySum(
                        new ShopRef(rs.getString("tenant"), rs.getString("shop")),
                        rs.getObject("day", LocalDate.class),
                        rs.getString("currency"),
                        rs.getInt("placed"),
                        rs.getInt("transferred"),
                        rs.getInt("on_their_way"),
                        rs.getInt("waiting"),
                        rs.getInt("skipped"),
                        rs.getBigDecimal("transferred_total"),
                        rs.getBigDecimal("placed_total")))
                .list();
    }

    private static Line line(ResultSet rs, int row) throws SQLException {
        String cause = rs.getString("cause");
        return new Line(
                OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                OrderRecord.State.ofCode(rs.getString("state")),
                rs.getString("skipped_by"),
                cause == null ? null : Cause.ofCode(cause),
                rs.getString("workflow_id"),
                OrderBook.instant(rs, "opened_at"),
                rs.getBigDecimal("total"),
                rs.getString("currency"),
                OrderBook.instant(rs, "placed_at"),
                rs.getObject("specter_number", Long.class),
                OrderBook.instant(rs, "transferred_at"));
    }
}
