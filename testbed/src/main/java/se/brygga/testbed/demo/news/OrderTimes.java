package se.brygga.testbed.demo.news;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.sql.Sql;
import se.brygga.testbed.kit.Apps;
import se.brygga.workflows.OrderRef;

/** How long orders took, from when Brygga first heard of them: the first web hook, or the intake's look. */
public final class OrderTimes {

    private final JdbcClient jdbc;

    public OrderTimes(Apps apps) {
        this.jdbc = apps.bean(JdbcClient.class);
    }

    /** Until it was in Specter; a dash when it is not. */
    public String milliseconds(OrderLists.Line line) {
        Instant arrived = line.transferredAt();
        return arrived == null
                ? "-"
                : heardOf(line.order())
                        .map(heard ->
                                Long.toString(Duration.between(heard, arrived).toMillis()))
                        .orElse("-");
    }

    private Optional<Instant> heardOf(OrderRef order) {
        return jdbc.sql("""
                select least(o.first_seen_at, (select min(received_at) from web_hook_event e
                  where e.tenant = o.tenant and e.shop = o.shop and e.order_id = o.order_id))
                from shop_order o where tenant = :tenant and shop = :shop and order_id = :order""")
                .params(Sql.named(order))
                .query((rs, n) -> rs.getTimestamp(1).toInstant())
                .optional();
    }
}
