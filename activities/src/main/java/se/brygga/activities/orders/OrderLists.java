package se.brygga.activities.orders;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.ShopHooks.WebHookEvent;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** Lists of orders for people. Reads only. */
public final class OrderLists {

    /**
     * One line of a list: an order, or one question about an order. An order with several questions (its transfer and a
     * later change) has a line for each.
     *
     * @param cause what the order waits for; null when it does not wait
     * @param otherTotals the order's totals in Specter in the readings that we do not assume; usually empty
     * @param key after which a list continues
     */
    public record Line(
            OrderRef order,
            OrderRecord.State state,
            @Nullable String skippedBy,
            @Nullable Cause cause,
            @Nullable Instant waitsSince,
            @Nullable BigDecimal total,
            @Nullable String currency,
            @Nullable Instant placedAt,
            @Nullable Long specterNumber,
            @Nullable Instant transferredAt,
            List<BigDecimal> otherTotals,
            PagedLists.Key key) {}

    /**
     * An order as it is counted.
     *
     * @param at when the order was placed; for an order that nobody has read yet, when we heard of it
     * @param read whether placing, total and currency are known
     */
    public record Counted(
            OrderRef order,
            Instant at,
            boolean read,
            OrderRecord.State state,
            @Nullable BigDecimal total,
            @Nullable String currency) {

        /** This order, placed when the shop says. */
        public Counted placedAt(Instant placed) {
            return new Counted(order, placed, read, state, total, currency);
        }
    }

    /** A call that was made about an order; see {@link se.brygga.clients.remote.CallLog.CallRecord}. */
    public record Call(
            Instant at,
            String system,
            String action,
            int status,
            String answer,
            @Nullable String failure,
            int tookMs) {}

    /** A line's columns, without the encrypted ones, which are some kilobytes an order. */
    static final String LINE = """
            select o.tenant, o.shop, o.order_id, o.state, o.skipped_by, o.total, o.currency, o.placed_at, o.specter_number,
              o.transferred_at, o.other_totals, o.listed_at, a.id as attention, a.cause,
              a.opened_at""";

    private static final String COUNTS = "tenant, shop, order_id, at, read, state, total, currency";

    /** Events that do not count for an order that is not known yet. */
    private static final List<String> UNCOUNTED =
            List.of(WebHookEvent.ORDER_UPDATED.key(), WebHookEvent.ORDER_DELETED.key());

    private static final String COUNTED = """
            select tenant, shop, order_id, state, total, currency, listed_at as at,
              placed_at is not null as read, coalesce(complete, true) or state = :transferred as counts
            from shop_order
            union all
            select tenant, shop, order_id, :onItsWay, null, null, min(received_at), false, true
            from web_hook_event e
            where dispatched_at is null and event not in (:uncounted) and not exists
              (select 1 from shop_order o where o.tenant = e.tenant and o.shop = e.shop and o.order_id = e.order_id)
            group by tenant, shop, order_id""";

    private static final String WITH_NUMBER = """
            select tenant, shop from shop_order where order_id = :order order by tenant, shop""";

    private static final String OF_ONE = LINE + """
             from shop_order o
            left join attention a on a.tenant = o.tenant and a.shop = o.shop and a.order_id = o.order_id
              and a.closed_at is null
            where o.tenant = :tenant and o.shop = :shop and o.order_id = :order order by a.id""";

    private static final String OF_SEVERAL = LINE + """
             from unnest(:tenants, :shops, :orders) as asked (tenant, shop, order_id)
            join shop_order o on o.tenant = asked.tenant and o.shop = asked.shop and o.order_id = asked.order_id
            left join attention a on a.tenant = o.tenant and a.shop = o.shop and a.order_id = o.order_id
              and a.closed_at is null
            order by a.id""";

    private static final String CALLS = """
            select at, system, action, status, answer, failure, took_ms from (
              select id, at, system, action, status, answer, failure, took_ms from remote_call
              where tenant = :tenant and (subject = :subject and shop = :shop or subject in (:inShop, :externalOrderNo))
              order by id desc limit 50) latest order by id""";

    private static final String COUNTED_BETWEEN = "select " + COUNTS + " from (" + COUNTED + """
            ) counted where counts and at >= :from and at < :until
              and (:tenant::text is null or tenant = :tenant) and (:shop::text is null or shop = :shop)
            order by tenant, shop, order_id""";

    private static final String COUNTED_ORDER = "select " + COUNTS + " from (" + COUNTED + """
            ) counted where tenant = :tenant and shop = :shop and order_id = :order""";

    private final JdbcClient jdbc;

    public OrderLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every order with this number, in whatever shop. */
    public List<OrderRef> withNumber(long orderId) {
        return jdbc.sql(WITH_NUMBER)
                .param("order", orderId)
                .query((rs, n) -> OrderRef.of(rs.getString(1), rs.getString(2), orderId))
                .list();
    }

    /** The order with its newest question. */
    public Optional<Line> find(OrderRef order) {
        return of(order).stream().reduce((older, newer) -> newer);
    }

    /**
     * The order's lines: one for each open question, oldest first. A single line if nothing waits; none if the order is
     * unknown.
     */
    public List<Line> of(OrderRef order) {
        return jdbc.sql(OF_ONE).params(Sql.named(order)).query(OrderLists::line).list();
    }

    /** These orders, each with its newest question. */
    public Map<OrderRef, Line> of(Collection<OrderRef> orders) {
        return jdbc
                .sql(OF_SEVERAL)
                .param("tenants", Sql.part(orders, order -> order.shop().tenant()))
                .param("shops", Sql.part(orders, order -> order.shop().shop()))
                .param("orders", orders.stream().map(OrderRef::orderId).toArray(Long[]::new))
                .query(OrderLists::line)
                .list()
                .stream()
                .collect(Collectors.toMap(Line::order, Function.identity(), (older, newer) -> newer));
    }

    /** The last calls about an order, oldest first. Masked. */
    public List<Call> calls(OrderRef order, String externalOrderNo) {
        return jdbc.sql(CALLS)
                .params(Sql.named(order.shop()))
                .param("subject", "order " + order.orderId())
                .param("inShop", "order " + order.shop().shop() + "/" + order.orderId())
                .param("externalOrderNo", externalOrderNo)
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

    /**
     * Orders of this time, each once: those that are complete or in Specter, and those that nobody has read yet. Web
     * hooks that were not handed on count as the latter.
     *
     * @param until exclusive
     * @param tenant null for all, as is {@code shop}
     */
    public List<Counted> countedBetween(Instant from, Instant until, @Nullable String tenant, @Nullable String shop) {
        return counting(COUNTED_BETWEEN)
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .param("tenant", tenant)
                .param("shop", shop)
                .query(OrderLists::counted)
                .list();
    }

    /** The order as it is counted, complete or not as far as we know. */
    public Optional<Counted> counted(OrderRef order) {
        return counting(COUNTED_ORDER)
                .params(Sql.named(order))
                .query(OrderLists::counted)
                .optional();
    }

    private JdbcClient.StatementSpec counting(String sql) {
        return jdbc.sql(sql).params(Sql.words(OrderRecord.State.class)).param("uncounted", UNCOUNTED);
    }

    private static Counted counted(ResultSet rs, int row) throws SQLException {
        return new Counted(
                OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                rs.getTimestamp("at").toInstant(),
                rs.getBoolean("read"),
                OrderRecord.State.ofCode(rs.getString("state")),
                rs.getBigDecimal("total"),
                rs.getString("currency"));
    }

    static Line line(ResultSet rs, int row) throws SQLException {
        String cause = rs.getString("cause");
        OrderRef order = OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id"));
        return new Line(
                order,
                OrderRecord.State.ofCode(rs.getString("state")),
                rs.getString("skipped_by"),
                cause == null ? null : Cause.ofCode(cause),
                Sql.instant(rs, "opened_at"),
                rs.getBigDecimal("total"),
                rs.getString("currency"),
                Sql.instant(rs, "placed_at"),
                rs.getObject("specter_number", Long.class),
                Sql.instant(rs, "transferred_at"),
                List.of((BigDecimal[]) rs.getArray("other_totals").getArray()),
                new PagedLists.Key(rs.getTimestamp("listed_at").toInstant(), order, rs.getLong("attention")));
    }
}
