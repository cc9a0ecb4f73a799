package se.brygga.testbed.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;

/** Orders of known customers and known articles, spread over simulated shops, and what became of them. */
public final class OrderLoad {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SHOPPERS = 20;

    /** @param p50 milliseconds from the web hook to Specter's number in the books */
    public record Latency(double p50, double p95, double p99) {}

    private final StarwebSimulator starweb;
    private final JdbcClient jdbc;
    private final List<String> shops;
    private int placed;

    OrderLoad(StarwebSimulator starweb, JdbcClient jdbc) {
        this(starweb, jdbc, starweb.shops());
    }

    /** @param shops in which orders are placed, in turn */
    public OrderLoad(StarwebSimulator starweb, JdbcClient jdbc, List<String> shops) {
        this.starweb = starweb;
        this.jdbc = jdbc;
        this.shops = List.copyOf(shops);
    }

    /**
     * Places and pays orders, and waits until all are in Specter.
     *
     * @param perSecond 0 for as fast as the simulator takes them
     * @return the orders
     * @throws IllegalStateException not all have arrived in time
     */
    public List<OrderRef> run(int count, int perSecond) throws InterruptedException {
        List<OrderRef> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String shop = shops.get(i % shops.size());
            long orderId = starweb.place(shop, order(shop, placed++ % SHOPPERS)).orderId();
            starweb.pay(shop, orderId);
            orders.add(Merchants.order(shop, orderId));
            if (perSecond > 0) {
                Thread.sleep(1_000 / perSecond);
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int wanted = placed;
        while (arrived() < wanted) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + arrived() + " of " + wanted + " orders are in Specter");
            }
            Thread.sleep(50);
        }
        return orders;
    }

    /** Shoppers keep to one shop: what two shops say of the same one would have to be told to Specter each time. */
    private static String order(String shop, int shopper) {
        return """
                {"currencyCode":"SEK","paymentMethod":"klarna","shippingMethod":"postnord","email":"load%1$d@%2$s.example",
                 "shippingCost":39.20,"shippingVatRate":25,
                 "address":{"firstName":"Last","lastName":"Prov%1$d","address":"Provgatan %1$d","postalCode":"222 22",
                   "city":"Lund","countryCode":"SE"},
                 "items":[{"sku":"BENCH-1","description":"Flytväst","unitPrice":399.20,"quantity":1,"vatRate":25},
                   {"sku":"BENCH-2","description":"Torrsäck","unitPrice":159.20,"quantity":2,"vatRate":25}]}""".formatted(shopper, shop);
    }

    private int arrived() {
        return jdbc.sql("select count(*) from shop_order where specter_number is not null")
                .query(Integer.class)
                .single();
    }

    /** How long the last so many orders took. */
    public Latency latencyOfLast(int count) {
        return jdbc.sql("""
                select percentile_cont(0.5) within group (order by ms), percentile_cont(0.95) within group (order by ms),
                  percentile_cont(0.99) within group (order by ms)
                from (select 1000 * extract(epoch from o.transferred_at - (select min(received_at) from web_hook_event e
                        where e.tenant = o.tenant and e.shop = o.shop and e.order_id = o.order_id)) as ms
                      from shop_order o where o.transferred_at is not null
                      order by o.first_seen_at desc limit :limit) last""").param("limit", count).query(OrderLoad::latency).single();
    }

    private static Latency latency(ResultSet row, int number) throws SQLException {
        return new Latency(row.getDouble(1), row.getDouble(2), row.getDouble(3));
    }
}
