package se.brygga.testbed.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.specter.SpecterSimulator;
import se.brygga.testbed.starweb.OrderKind;
import se.brygga.testbed.starweb.StarwebSimulator;
import se.brygga.workflows.OrderRef;

/** {@code demo --once}: an order of each kind, all of which must arrive. */
final class OnceRun {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StarwebSimulator starweb;
    private final SpecterSimulator specter;
    private final Arrivals arrivals;

    OnceRun(StarwebSimulator starweb, SpecterSimulator specter, Arrivals arrivals) {
        this.starweb = starweb;
        this.specter = specter;
        this.arrivals = arrivals;
    }

    /** @return 0 if every order is in Specter once and to the öre, else 1 */
    int run() throws InterruptedException {
        Map<OrderRef, OrderKind> placed = place();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !placed.keySet().stream().allMatch(o -> arrivals.complaint(o) == null)) {
            arrivals.news().forEach(System.out::println);
            Thread.sleep(200);
        }
        arrivals.news().forEach(System.out::println);
        int wrong = 0;
        for (Map.Entry<OrderRef, OrderKind> order : placed.entrySet()) {
            String complaint = arrivals.complaint(order.getKey());
            if (complaint != null) {
                System.out.println("NOT RIGHT: order " + order.getKey() + " (" + order.getValue() + ") " + complaint);
                wrong++;
            }
        }
        System.out.printf(
                "%n%d orders placed, %d in Specter once and to the öre, %d not. Specter holds %d orders.%n",
                placed.size(),
                placed.size() - wrong,
                wrong,
                specter.orders(9999).size() + specter.orders(8888).size());
        return wrong == 0 ? 0 : 1;
    }

    private Map<OrderRef, OrderKind> place() {
        Map<OrderRef, OrderKind> placed = new LinkedHashMap<>();
        List<String> shops = starweb.shops();
        int next = 0;
        for (OrderKind kind : OrderKind.values()) {
            String shop = kind == OrderKind.NOK || kind == OrderKind.T5 ? "kajak-no" : shops.get(next++ % shops.size());
            long orderId = starweb.placeAndPay(shop, kind).orderId();
            placed.put(Merchants.order(shop, orderId), kind);
        }
        return placed;
    }
}
