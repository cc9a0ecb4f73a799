package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.brygga.activities.orders.OrderLists;
import se.brygga.simulators.Fault;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.WebHookSender;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/**
 * 200 orders of three days while both systems fail in every way that the references list, and some with which something is
 * wrong; afterwards every order is accounted for, and the days add up on both sides.
 */
class RandomFaultsIT {

    private static final int ORDERS = 200;
    private static final String SHOP = "kajak-se";
    private static final String ANSWER_REFUSED = "0;77;Nej";

    /** Orders that can never be sent as they are. */
    private static final String ORDER = """
            {"paymentMethod":"%s","email":"eva.ekstrand@example.se","address":{"firstName":"Eva","lastName":"Ekstrand",
             "address":"Ekstigen 1","postalCode":"222 22","city":"Lund","countryCode":"SE"},
             "items":[{"sku":"%s","description":"Kajak","unitPrice":100,"quantity":1,"vatRate":25}]}""";

    private static final String DISCOUNTED = """
            {"paymentMethod":"klarna","email":"eva.ekstrand@example.se","address":{"firstName":"Eva","lastName":"Ekstrand",
             "address":"Ekstigen 1","postalCode":"222 22","city":"Lund","countryCode":"SE"},
             "items":[{"sku":"KAJ-001","description":"Kajak","unitPrice":100,"quantity":1,"vatRate":25,
              "discount":20,"discountType":"amount"}]}""";

    @Test
    void everyOrderIsInSpecterOnceOrWaitsWithTheRightCauseAndTheDaysAddUp() {
        LocalDate today = LocalDate.now(PlacedOrders.SWEDEN);
        Instant begin =
                today.minusDays(2).atTime(23, 50).atZone(PlacedOrders.SWEDEN).toInstant();
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), begin));
        try (World world = new World(23, begin, behind)) {
            world.specter.account(8888).quirks().set("order.duplicate", "ERROR_WITH_NO");
            disturb(world);
            PlacedOrders orders = new PlacedOrders(world.starweb);
            place(world, orders, today);
            awaitFirstAnswers(world, orders.orders());
            changeInShop(world, orders);
            world.starweb.faults().clear();
            world.specter.faults().clear();
            awaitDust(world, orders);
            refuse(world, orders);
            report(world, orders.orders());
            orders.orders().forEach(order -> assertAccountedFor(world, orders, order));
            new DayBooks(world, orders).assertEqual();
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

    /** On three days; some just before midnight in Sweden, which is the next day there already for UTC's evening. */
    private static void place(World world, PlacedOrders orders, LocalDate today) {
        orders.moveTo(today.minusDays(2), LocalTime.of(23, 55));
        placeMany(world, orders, ORDERS / 4);
        placeWrong(world, orders);
        orders.moveTo(today.minusDays(2), LocalTime.of(23, 59));
        world.starweb.shops().forEach(shop -> orders.place(shop, OrderKind.T1));
        orders.moveTo(today.minusDays(1), LocalTime.of(0, 30));
        placeMany(world, orders, ORDERS / 4);
        orders.moveTo(today.minusDays(1), LocalTime.of(23, 59));
        world.starweb.shops().forEach(shop -> orders.place(shop, OrderKind.PRIVATE_KLARNA));
        orders.moveTo(Instant.now());
        placeMany(world, orders, ORDERS - orders.orders().size());
    }

    private static void placeMany(World world, PlacedOrders orders, int count) {
        OrderKind[] kinds = OrderKind.values();
        List<String> shops = world.starweb.shops();
        for (int i = 0; i < count; i++) {
            orders.place(shops.get(i % shops.size()), kinds[i % kinds.length]);
        }
    }

    private static void placeWrong(World world, PlacedOrders orders) {
        orders.place(SHOP, ORDER.formatted("gammal", "KAJ-001"), Cause.PAYMENT_NOT_MAPPED);
        orders.place("kajak-no", ORDER.formatted("klarna", "KAJ 001"), Cause.SKU_NOT_ALLOWED);
        // The shop counts the discount of this order as if it included VAT, which nobody can see.
        world.starweb.quirks("te-butiken").set("order.amountDiscount", "INC_VAT");
        orders.place("te-butiken", DISCOUNTED, Cause.TOTALS_DIFFER);
        world.starweb.quirks("te-butiken").reset();
    }

    /** The shop owner edits one order and cancels another that are in Specter already, while everything fails. */
    private static void changeInShop(World world, PlacedOrders orders) {
        List<OrderRef> sent = orders.orders().stream()
                .filter(order -> order.shop().shop().equals(SHOP))
                .filter(order -> world.line(order)
                        .filter(line -> line.specterNumber() != null && line.cause() == null)
                        .isPresent())
                .limit(2)
                .toList();
        assertThat(sent).hasSize(2);
        world.starweb.edit(SHOP, sent.getFirst().orderId());
        orders.mustWait(sent.getFirst(), Cause.CHANGED_AFTER_TRANSFER);
        world.starweb.setStatus(SHOP, sent.getLast().orderId(), "canceled");
        orders.mustWait(sent.getLast(), Cause.CANCELLED_AFTER_TRANSFER);
    }

    /** Specter does not take a new article. */
    private static void refuse(World world, PlacedOrders orders) {
        world.specter
                .faults()
                .add(Fault.share("newArticleSubmit", Fault.Kind.STATUS, 100).withStatus(200, ANSWER_REFUSED));
        orders.place(SHOP, ORDER.formatted("klarna", "NYHET-1"), Cause.SPECTER_REFUSED_ARTICLE);
        world.lookNow(SHOP);
        world.awaitWaiting(orders.latest(), Cause.SPECTER_REFUSED_ARTICLE);
        world.specter.faults().clear();
    }

    /** The faults go on until half of the orders have come through them. */
    private static void awaitFirstAnswers(World world, List<OrderRef> orders) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> orders.stream()
                                .filter(order -> settled(world.line(order)))
                                .count()
                        > orders.size() / 2);
    }

    private static void awaitDust(World world, PlacedOrders orders) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    world.starweb.shops().forEach(world::lookNow);
                    return orders.orders().stream().allMatch(order -> {
                        Optional<OrderLists.Line> line = world.line(order);
                        Cause cause = orders.mustWaitFor(order);
                        return settled(line) && (cause == null || line.get().cause() == cause);
                    });
                });
    }

    private static boolean settled(Optional<OrderLists.Line> line) {
        return line.isPresent()
                && (line.get().specterNumber() != null || line.get().cause() != null);
    }

    private static void assertAccountedFor(World world, PlacedOrders orders, OrderRef order) {
        OrderLists.Line line = world.line(order).orElseThrow();
        Cause cause = orders.mustWaitFor(order);
        long copies = world.copiesInSpecter(order);
        if (line.specterNumber() != null) {
            assertThat(line.cause()).as("cause of " + order).isEqualTo(cause);
            assertThat(copies).as("copies of " + order).isEqualTo(1);
            assertThat(world.specter
                            .account(Merchants.account(order.shop().shop()))
                            .order(Merchants.externalNo(order))
                            .orElseThrow()
                            .number())
                    .isEqualTo(line.specterNumber());
        } else if (cause != null) {
            assertThat(line.cause()).as("cause of " + order).isEqualTo(cause);
            assertThat(copies).as("copies of " + order).isZero();
        } else {
            // With a Specter that does not tell the number of a duplicate, this is all that can be known.
            assertThat(line.cause()).as("cause of " + order).isEqualTo(Cause.SENT_NUMBER_UNKNOWN);
            assertThat(copies).as("copies of " + order).isEqualTo(1);
        }
    }

    private static void report(World world, List<OrderRef> orders) {
        Map<String, Integer> counts = new TreeMap<>();
        for (OrderRef order : orders) {
            OrderLists.Line line = world.line(order).orElseThrow();
            String state = line.specterNumber() == null ? "" : "in Specter";
            String waits = line.cause() == null ? "" : " waits for " + line.cause();
            counts.merge((state + waits).strip(), 1, Integer::sum);
        }
        System.out.println(orders.size() + " orders through random faults: " + counts);
        System.out.println("calls to Specter: " + world.specter.calls().size());
    }
}
