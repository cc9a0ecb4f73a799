package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.OrderSummary;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** What shoppers bought on which day, as a test has seen it with its own eyes. */
final class PlacedOrders {

    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /**
     * One order.
     *
     * @param day in Sweden
     * @param total when it was placed
     */
    record Placed(OrderRef order, LocalDate day, BigDecimal total, String currency) {}

    private final StarwebSimulator starweb;
    private final Map<OrderRef, Placed> all = new LinkedHashMap<>();
    private final Map<OrderRef, Cause> mustWait = new LinkedHashMap<>();

    PlacedOrders(StarwebSimulator starweb) {
        this.starweb = starweb;
    }

    /** Moves the shops' clock forward to a time in Sweden. */
    void moveTo(LocalDate day, LocalTime time) {
        moveTo(day.atTime(time).atZone(SWEDEN).toInstant());
    }

    void moveTo(Instant then) {
        starweb.clock().advance(Duration.between(starweb.clock().instant(), then));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(starweb.clock().instant(), SWEDEN);
    }

    /** Nobody shops at the stroke of midnight: an order of two days would be this test's trouble, not Brygga's. */
    private LocalDate beginShopping() {
        LocalDate day = today();
        Instant midnight = day.plusDays(1).atStartOfDay(SWEDEN).toInstant();
        if (starweb.clock().instant().plusSeconds(10).isAfter(midnight)) {
            moveTo(midnight);
        }
        return today();
    }

    void place(String shop, OrderKind kind) {
        LocalDate day = beginShopping();
        note(shop, day, starweb.placeAndPay(shop, kind));
    }

    /** Places an order that must wait for this. */
    void place(String shop, String json, Cause cause) {
        LocalDate day = beginShopping();
        OrderSummary order = starweb.place(shop, json);
        mustWait(note(shop, day, starweb.pay(shop, order.orderId())), cause);
    }

    private OrderRef note(String shop, LocalDate day, OrderSummary order) {
        assertThat(today()).as("nobody shops at the stroke of midnight").isEqualTo(day);
        OrderRef ref = Merchants.order(shop, order.orderId());
        all.put(ref, new Placed(ref, day, new BigDecimal(order.total()), order.currency()));
        return ref;
    }

    /** What happens to the order must let it wait for this. */
    void mustWait(OrderRef order, Cause cause) {
        mustWait.put(order, cause);
    }

    /** What the order must wait for; null for one with which nothing is wrong. */
    @Nullable
    Cause mustWaitFor(OrderRef order) {
        return mustWait.get(order);
    }

    /** The latest one. */
    OrderRef latest() {
        return List.copyOf(all.keySet()).getLast();
    }

    List<OrderRef> orders() {
        return List.copyOf(all.keySet());
    }

    List<LocalDate> days() {
        return all.values().stream().map(Placed::day).distinct().sorted().toList();
    }

    List<Placed> of(String shop, LocalDate day) {
        return all.values().stream()
                .filter(placed -> placed.order().shop().shop().equals(shop)
                        && placed.day().equals(day))
                .toList();
    }
}
