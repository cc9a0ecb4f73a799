package se.brygga.activities.attention;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.sql.Where;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;

/** The open questions of many orders at once. Reads only. */
public final class AttentionLists {

    /**
     * The open questions with one cause.
     *
     * @param questions how many they are
     * @param since when the oldest of them was opened
     */
    public record Waiting(Cause cause, int questions, Instant since) {}

    private static final String WAITING = "select cause, count(*) as questions, min(opened_at) as since from attention";

    private static final String BY_CAUSE = " group by cause";

    private static final String OF_CALLBACKS = """
            select a.tenant, a.shop, a.order_id, a.cause
            from unnest(:tenants, :shops, :orders) as asked (tenant, shop, order_id)
            join attention a on a.tenant = asked.tenant and a.shop = asked.shop and a.order_id = asked.order_id
              and a.kind = :callback and a.closed_at is null""";

    private final JdbcClient jdbc;

    public AttentionLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The open questions, by cause.
     *
     * @param tenant null for all
     */
    public List<Waiting> waiting(@Nullable String tenant) {
        Where where = new Where().and("closed_at is null").and("tenant = :tenant", "tenant", tenant);
        return jdbc.sql(WAITING + where + BY_CAUSE)
                .params(where.values())
                .query((rs, n) -> new Waiting(
                        Cause.ofCode(rs.getString("cause")),
                        rs.getInt("questions"),
                        rs.getTimestamp("since").toInstant()))
                .list();
    }

    /** The causes of the open callback questions of these orders. Orders without such a question are left out. */
    public Map<OrderRef, Cause> ofCallbacks(Collection<OrderRef> orders) {
        Map<OrderRef, Cause> causes = new HashMap<>();
        jdbc.sql(OF_CALLBACKS)
                .param("tenants", Sql.part(orders, order -> order.shop().tenant()))
                .param("shops", Sql.part(orders, order -> order.shop().shop()))
                .param("orders", orders.stream().map(OrderRef::orderId).toArray(Long[]::new))
                .param("callback", Sql.code(Question.Kind.CALLBACK))
                .query(rs -> {
                    causes.put(
                            OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                            Cause.ofCode(rs.getString("cause")));
                });
        return causes;
    }
}
