package se.brygga.activities.status.specter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.sql.TimeKey;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Orders in Specter, neither delivered nor cancelled, about which Specter has said nothing for long. Reads only. */
public final class SilentLists {

    /**
     * Such an order.
     *
     * @param since when Specter last said something about the order, or when it was transferred
     */
    public record Silent(OrderRef order, long specterNumber, Instant since, Instant transferredAt) {

        /** The key after which the next page begins. */
        public TimeKey key() {
            return new TimeKey(transferredAt, order.toString());
        }
    }

    /**
     * The limit is a literal, see {@link se.brygga.activities.sql.OfTenants}. So is the order's state, because there is
     * an index of just such orders.
     */
    private static final String OF_EACH_SHOP = """
            select found.shop, found.order_id, found.specter_number, found.transferred_at, found.heard_at
            from unnest(:shops, cast(:sinces as timestamptz[])) as asked (shop, since) cross join lateral (
              select o.shop, o.order_id, o.specter_number, o.transferred_at,
                coalesce(s.changed_at, o.transferred_at) as heard_at
              from shop_order o
              left join specter_order s on s.tenant = o.tenant and s.specter_number = o.specter_number
              where o.tenant = :tenant and o.shop = asked.shop and o.state = 'transferred' and not o.over_in_specter
                and o.transferred_at < asked.since and coalesce(s.changed_at, o.transferred_at) < asked.since
                and coalesce(s.delivery_status, '') <> :delivered and coalesce(s.status_id, '') <> :cancelled
                and (o.transferred_at, o.order_id, o.shop) > (:at, :order, :afterShop)
              order by o.transferred_at, o.order_id limit\s""";

    private static final String OF_ALL_SHOPS = """
            ) found
            order by found.transferred_at, found.order_id, found.shop limit\s""";

    private final JdbcClient jdbc;

    public SilentLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the list; the order that was transferred first comes first.
     *
     * @param since for each shop of the tenant, the time since which Specter must have been silent
     * @param after the last line of the page before; null for the first page
     * @throws RequestRefused the key is of another list
     */
    public List<Silent> list(String tenant, Map<String, Instant> since, @Nullable TimeKey after, int limit) {
        OrderRef last = after == null ? null : order(after);
        return jdbc.sql(OF_EACH_SHOP + limit + OF_ALL_SHOPS + limit)
                .param("tenant", tenant)
                .param("shops", since.keySet().toArray(String[]::new))
                .param("sinces", since.values().stream().map(Instant::toString).toArray(String[]::new))
                .param("delivered", SpecterOrderState.DELIVERED)
                .param("cancelled", SpecterOrderState.CANCELLED)
                .param("at", Sql.at(after == null ? Instant.EPOCH : after.at()))
                .param("order", last == null ? 0 : last.orderId())
                .param("afterShop", last == null ? "" : last.shop().shop())
                .query((rs, n) -> new Silent(
                        OrderRef.of(tenant, rs.getString("shop"), rs.getLong("order_id")),
                        rs.getLong("specter_number"),
                        rs.getTimestamp("heard_at").toInstant(),
                        rs.getTimestamp("transferred_at").toInstant()))
                .list();
    }

    private static OrderRef order(TimeKey key) {
        try {
            return OrderRef.parse(key.id());
        } catch (IllegalArgumentException ofAnotherList) {
            throw Reason.NO_CURSOR.refused();
        }
    }
}
