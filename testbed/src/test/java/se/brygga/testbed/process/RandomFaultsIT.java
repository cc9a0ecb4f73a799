package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.brygga.activities.store.OrderLists;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.sim.Fault;
import se.brygga.testbed.starweb.OrderKind;
import se.brygga.testbed.starweb.WebHookSender;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** 200 orders while both systems fail in every way that the references list; afterwards every order is accounted for. */
class RandomFaultsIT {

    private static final int ORDERS = 200;

    @Test
    void everyOrderIsInSpecterOnceOrWaitsWithTheRightCause() {
        try (World world = new World(23)) {
            world.specter.quirks(8888).set("order.duplicate", "ERROR_WITH_NO");
            disturb(world);
            List<OrderRef> orders = place(world);
            awaitFirstAnswers(world, orders);
            world.starweb.faults().clear();
            world.specter.faults().clear();
            awaitDust(world, orders);
            report(world, orders);
            orders.forEach(order -> assertAccountedFor(world, order));
            assertSumsAreEqual(world, orders);
            assertThat(world.starweb.shopperActions()).isEmpty();
        }
    }

    private static void disturb(World world) {
        world.starweb.webHooks().disturb(new WebHookSender.Disturbance(10, 15, 0, Duration.ZERO));
        world.starweb.tokenLife(Duration.ofSeconds(15));
        String api = "/api/v2/orders";
        world.starweb
                .faults()
                .add(Fault.share(api, Fault.Kind.STATUS, 1).withStatus(429, "{\"error\":\"Too Many Requests\"}"));
        world.starweb.faults().add(Fault.share(api, Fault.Kind.STATUS, 4).withStatus(503, null));
        world.starweb.faults().add(Fault.share("/api/v2", Fault.Kind.DROP_BEFORE_COMMIT, 3));
        world.starweb.faults().add(Fault.share("PATCH .*" + api, Fault.Kind.DROP_AFTER_COMMIT, 5));
        world.starweb.faults().add(Fault.share(api, Fault.Kind.TRUNCATED, 3));
        world.starweb.faults().add(Fault.share("/token", Fault.Kind.EMPTY, 10));
        for (Fault.Kind kind : List.of(
                Fault.Kind.DROP_BEFORE_COMMIT,
                Fault.Kind.DROP_AFTER_COMMIT,
                Fault.Kind.STATUS,
                Fault.Kind.STATUS_AFTER_COMMIT,
                Fault.Kind.HTML,
                Fault.Kind.EMPTY)) {
            world.specter.faults().add(Fault.share("putInfo", kind, 3));
        }
    }

    private static List<OrderRef> place(World world) {
        List<OrderRef> orders = new ArrayList<>();
        OrderKind[] kinds = OrderKind.values();
        List<String> shops = world.starweb.shops();
        for (int i = 0; i < ORDERS; i++) {
            String shop = shops.get(i % shops.size());
            orders.add(Merchants.order(
                    shop,
                    world.starweb.placeAndPay(shop, kinds[i % kinds.length]).orderId()));
        }
        return orders;
    }

    /** The faults go on until half of the orders have come through them. */
    private static void awaitFirstAnswers(World world, List<OrderRef> orders) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> orders.stream()
                                .filter(order -> settled(world.line(order)))
                                .count()
                        > orders.size() / 2);
    }

    private static void awaitDust(World world, List<OrderRef> orders) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    world.starweb.shops().forEach(world::lookNow);
                    return orders.stream().allMatch(order -> settled(world.line(order)));
                });
    }

    private static boolean settled(Optional<OrderLists.Line> line) {
        return line.isPresent()
                && (line.get().specterNumber() != null || line.get().cause() != null);
    }

    private static void assertAccountedFor(World world, OrderRef order) {
        OrderLists.Line line = world.line(order).orElseThrow();
        if (line.specterNumber() != null) {
            assertThat(world.copiesInSpecter(order)).as("copies of " + order).isEqualTo(1);
            assertThat(world.specter
                            .order(Merchants.account(order.shop().shop()), Merchants.externalNo(order))
                            .orElseThrow()
                            .number())
                    .isEqualTo(line.specterNumber());
        } else {
            // With a Specter that does not tell the number of a duplicate, this is all that can be known.
            assertThat(line.cause()).as("cause of " + order).isEqualTo(Cause.SENT_NUMBER_UNKNOWN);
            assertThat(world.copiesInSpecter(order)).as("copies of " + order).isEqualTo(1);
        }
    }

    private static void assertSumsAreEqual(World world, List<OrderRef> orders) {
        for (String shop : world.starweb.shops()) {
            Set<Long> mine = orders.stream()
                    .filter(order -> order.shop().shop().equals(shop))
                    .map(OrderRef::orderId)
                    .collect(Collectors.toSet());
            BigDecimal placed = world.starweb.orders(shop).stream()
                    .filter(o -> mine.contains(o.orderId()))
                    .map(o -> new BigDecimal(o.total()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal arrived = mine.stream()
                    .map(orderId -> world.specter
                            .order(Merchants.account(shop), Merchants.externalNo(Merchants.order(shop, orderId)))
                            .orElseThrow()
                            .total())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            System.out.println(
                    shop + ": " + mine.size() + " orders, " + placed + " in the shop, " + arrived + " in Specter");
            assertThat(arrived).as("sum of " + shop).isEqualByComparingTo(placed);
        }
    }

    private static void report(World world, List<OrderRef> orders) {
        Map<String, Integer> counts = new TreeMap<>();
        for (OrderRef order : orders) {
            OrderLists.Line line = world.line(order).orElseThrow();
            Cause cause = line.cause();
            counts.merge(line.specterNumber() != null ? "in Specter" : String.valueOf(cause), 1, Integer::sum);
        }
        System.out.println(ORDERS + " orders through random faults: " + counts);
        System.out.println("calls to Specter: " + world.specter.calls().size());
    }
}
