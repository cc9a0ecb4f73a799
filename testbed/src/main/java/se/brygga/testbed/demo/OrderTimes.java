package se.brygga.testbed.demo;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.testbed.kit.Apps;
import se.brygga.workflows.OrderRef;

/** When Brygga first heard of an order: its first web hook, or the intake's look. */
final class OrderTimes {

    private final JdbcClient jdbc;

    OrderTimes(Apps apps) {
        this.jdbc = apps.bean(JdbcClient.class);
    }

    Optional<Instant> heardOf(OrderRef order) {
        return jdbc.sql("""
                select least(o.first_seen_at, (select min(received_at) from web_hook_event e
                  where e.tenant = o.tenant and e.shop = o.shop and e.order_id = o.order_id))
                from shop_order o where tenant = ? and shop = ? and order_id = ?""")
                .params(order.shop().tenant(), order.shop().shop(), order.orderId())
                .query((rs, n) -> rs.getTimestamp(1).toInstant())
                .optional();
    }
}
