package se.brygga.activities.orders;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.sql.TimeKey;
import se.brygga.activities.sql.Where;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.refusal.Reason;

/**
 * Lists of orders, newest first, page by page. Each page starts from an index, and reads no more rows than it shows.
 */
public final class PagedLists {

    /**
     * What to list; null means "any". Waiting orders are those with an open cause, transferred or not.
     *
     * @param tenants empty for every tenant
     * @param after the last line of the page before; null for the first page
     */
    public record Filter(
            Set<String> tenants,
            @Nullable String shop,
            OrderRecord.@Nullable State state,
            @Nullable Cause cause,
            @Nullable Key after,
            int limit) {

        private boolean waits() {
            return state == OrderRecord.State.WAITING || cause != null;
        }

        private String @Nullable [] named() {
            return tenants.isEmpty() ? null : tenants.toArray(String[]::new);
        }
    }

    /**
     * The place after which a list continues.
     *
     * @param at by which the list is sorted: when the order was placed, or else when we heard of it
     * @param attention id of the question in this line; 0 for none
     */
    public record Key(Instant at, OrderRef order, long attention) {

        /** The key as a caller keeps it between two pages. */
        public String text() {
            return at + " " + order + " " + attention;
        }

        /**
         * The inverse of {@link #text}.
         *
         * @throws IllegalArgumentException the text is no key
         */
        public static Key parse(String text) {
            String[] parts = text.split(" ", -1);
            try {
                Key key = new Key(TimeKey.time(parts[0]), OrderRef.parse(parts[1]), Long.parseLong(parts[2]));
                if (key.text().equals(text)) {
                    return key;
                }
            } catch (DateTimeException | IndexOutOfBoundsException | IllegalArgumentException malformed) {
                // The exception below says what is wrong.
            }
            throw Reason.NO_CURSOR.refused();
        }

        private Map<String, Object> named() {
            return Map.of(
                    "at", Sql.at(at),
                    "afterOrder", order.orderId(),
                    "afterTenant", order.shop().tenant(),
                    "afterShop", order.shop().shop(),
                    "afterAttention", attention);
        }
    }

    /** Few orders wait, so a list of waiting ones starts there. */
    private static final String WAITING = " from (select id, tenant, shop, order_id, cause, opened_at from attention a";

    private static final String OF_WAITING = """
            ) a
            join shop_order o on o.tenant = a.tenant and o.shop = a.shop and o.order_id = a.order_id""";

    /** Any other list finds its orders in an index first, a page of each tenant. */
    private static final String OF_EACH = " from unnest(:tenants) as asked (tenant) cross join lateral (";

    /**
     * No more than an index has. For other columns PostgreSQL may read the newest orders of all tenants instead, through all of them
     * if the tenant has none.
     */
    private static final String FOUND = "select o.tenant, o.shop, o.order_id, o.listed_at from shop_order o";

    /** The rest, and what waits about an order, are looked up for those of the page. */
    private static final String OF_FOUND = """
            ) found
            join shop_order o on o.tenant = found.tenant and o.shop = found.shop and o.order_id = found.order_id
            left join attention a on a.tenant = o.tenant and a.shop = o.shop and a.order_id = o.order_id
              and a.closed_at is null""";

    private static final String NEWEST_FIRST =
            " order by o.listed_at desc, o.order_id desc, o.tenant desc, o.shop desc";

    /** The order of the last line may have further lines. */
    private static final String ORDERS_AFTER = """
            (o.listed_at, o.order_id, o.tenant, o.shop)
              <= (:at, :afterOrder, :afterTenant, :afterShop)""";

    /** If the order waits no more, it has no further line: its line was on the page before. */
    private static final String LINES_AFTER = """
            (o.listed_at, o.order_id, o.tenant, o.shop, a.id)
              < (:at, :afterOrder, :afterTenant, :afterShop, :afterAttention)""";

    /** The largest number of lines that is counted. */
    private static final int COUNTED_AT_MOST = 1000;

    private final JdbcClient jdbc;

    public PagedLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page. Of an order with several questions, the newest comes first. */
    public List<OrderLists.Line> list(Filter filter) {
        Key after = filter.after();
        Where found = found(filter);
        Where lines = new Where();
        if (after != null) {
            lines.and(LINES_AFTER);
        }
        if (after != null && !filter.waits()) {
            found.and(ORDERS_AFTER);
        }
        // One order more, because the order of the line before may have no further line.
        String page = from(filter, found, filter.limit() + 1L) + lines + NEWEST_FIRST + ", a.id desc limit ";
        return jdbc.sql(OrderLists.LINE + page + filter.limit())
                .params(found.values())
                .params(after == null ? Map.of() : after.named())
                .query(OrderLists::line)
                .list();
    }

    /** How many lines the whole list has; empty when there are more than a thousand. */
    public OptionalInt count(Filter filter) {
        int most = COUNTED_AT_MOST + 1;
        Where found = found(filter);
        String lines = "select 1" + from(filter, found, most) + " limit " + most;
        int counted = jdbc.sql(statementThatCounts(lines))
                .params(found.values())
                .query((rs, n) -> rs.getInt("lines"))
                .single();
        return counted == most ? OptionalInt.empty() : OptionalInt.of(counted);
    }

    /** The limit is a literal: for a parameter PostgreSQL plans as if a tenth of all orders were wanted. */
    private static String from(Filter filter, Where found, long limit) {
        if (filter.waits()) {
            return WAITING + found + OF_WAITING;
        }
        String each = filter.tenants().isEmpty() ? " from (" : OF_EACH;
        return each + FOUND + found + NEWEST_FIRST + " limit " + limit + OF_FOUND;
    }

    private static Where found(Filter filter) {
        return filter.waits() ? waiting(filter) : standing(filter);
    }

    private static Where waiting(Filter filter) {
        return new Where()
                .and("a.closed_at is null")
                .and("a.tenant = any(:tenants)", "tenants", filter.named())
                .and("a.shop = :shop", "shop", filter.shop())
                .and(
                        "a.cause = :cause",
                        "cause",
                        filter.cause() == null ? null : filter.cause().code());
    }

    /** An order with an open question is listed among those that wait. */
    private static Where standing(Filter filter) {
        Where where = new Where()
                .and("o.tenant = asked.tenant", "tenants", filter.named())
                .and("o.shop = :shop", "shop", filter.shop());
        return filter.state() == null
                ? where
                : where.is("o.state", filter.state()).and("""
                        not exists (select 1 from attention w where w.tenant = o.tenant and w.shop = o.shop
                          and w.order_id = o.order_id and w.closed_at is null)""");
    }

    private static String statementThatCounts(String lines) {
        return "select count(*) as lines from (" + lines + ") counted";
    }
}
