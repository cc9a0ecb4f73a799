package se.brygga.testbed.bench.outages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.sales.Order;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;

/** Orders that are placed one by one, whatever happens meanwhile, and what has become of them in Specter itself. */
final class Load {

    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final StarwebSimulator starweb;
    private final SpecterSimulator specter;
    private final List<OrderRef> placed = new CopyOnWriteArrayList<>();
    private int shoppers;

    Load(StarwebSimulator starweb, SpecterSimulator specter) {
        this.starweb = starweb;
        this.specter = specter;
    }

    /** Places orders in all shops in turn, until the other thread has ended and for at least so long. */
    void place(Thread beside, Duration atLeast) throws InterruptedException {
        long end = System.nanoTime() + atLeast.toNanos();
        List<String> shops = starweb.shops();
        while (beside.isAlive() || System.nanoTime() < end) {
            String shop = shops.get(shoppers % shops.size());
            long orderId = starweb.place(shop, order(shop, shoppers++)).orderId();
            starweb.pay(shop, orderId);
            placed.add(Merchants.order(shop, orderId));
            Thread.sleep(BETWEEN);
        }
    }

    private static String order(String shop, int shopper) {
        return """
                {"currencyCode":"SEK","paymentMethod":"klarna","shippingMethod":"postnord","email":"load%1$d@%2$s.example",
                 "shippingCost":39.20,"shippingVatRate":25,
                 "address":{"firstName":"Last","lastName":"Provsson","address":"Provgatan 1","postalCode":"222 22",
                   "city":"Lund","countryCode":"SE"},
                 "items":[{"sku":"BENCH-1","description":"Flytväst","unitPrice":399.20,"quantity":1,"vatRate":25}]}""".formatted(shopper, shop);
    }

    /**
     * Waits until all are in Specter.
     *
     * @return how long that took from now
     * @throws IllegalStateException some have not come in time
     */
    Duration awaitAll() throws InterruptedException {
        long start = System.nanoTime();
        List<OrderRef> missing = new ArrayList<>(placed);
        while (!missing.isEmpty()) {
            missing.removeIf(order -> specter.account(account(order))
                    .order(Merchants.externalNo(order))
                    .isPresent());
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("not in Specter after " + PATIENCE + ": " + missing);
            }
            Thread.sleep(LOOK);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    int placed() {
        return placed.size();
    }

    /** Orders of which Specter has another one as well. */
    long doubles() {
        return placed.stream()
                .filter(order -> specter.account(account(order)).orders().stream()
                                .map(Order::externalNo)
                                .filter(Merchants.externalNo(order)::equals)
                                .count()
                        > 1)
                .count();
    }

    private static long account(OrderRef order) {
        return Merchants.account(order.shop().shop());
    }
}
