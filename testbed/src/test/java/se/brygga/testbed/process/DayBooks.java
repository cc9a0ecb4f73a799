package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.simulators.specter.sales.Order;
import se.brygga.simulators.starweb.shop.OrderSummary;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.process.PlacedOrders.Placed;
import se.brygga.workflows.attention.Cause;
import tools.jackson.databind.JsonNode;

/** Compares, shop by shop and day by day, the shop's list, {@code brygga orders sums} and what lies in Specter. */
final class DayBooks {

    private final World world;
    private final PlacedOrders placed;
    private final JsonNode sums;

    DayBooks(World world, PlacedOrders placed) {
        this.world = world;
        this.placed = placed;
        LocalDate first = placed.days().getFirst();
        Commands.Said said = new Commands(world).brygga("orders", "sums", "--from", first.toString(), "--json");
        assertThat(said.exit()).as(said.err()).isZero();
        this.sums = said.json().path("sums");
    }

    void assertEqual() {
        System.out.println("Shop by shop and day by day: in the shop = placed here, transferred + waiting; in Specter");
        for (String shop : world.starweb.shops()) {
            placed.days().forEach(day -> assertEqual(shop, day));
        }
    }

    private void assertEqual(String shop, LocalDate day) {
        List<Placed> mine = placed.of(shop, day);
        JsonNode sum = sum(shop, day);
        List<OrderSummary> inShop = world.starweb.orders(shop).stream()
                .filter(order -> mine.stream().anyMatch(placed -> placed.order().orderId() == order.orderId()))
                .toList();
        List<Order> inSpecter = mine.stream().flatMap(this::inSpecter).toList();
        System.out.printf(
                "  %s %-10s %3d = %3d, %3d + %2d; %3d   %s; %s%n",
                day,
                shop,
                inShop.size(),
                sum.path("placed").asInt(),
                sum.path("transferred").asInt(),
                sum.path("waiting").asInt(),
                inSpecter.size(),
                amounts(sum.path("placedSum")),
                total(inSpecter, Order::currency, Order::total));
        String what = shop + " on " + day;
        assertThat(sum.path("placed").asInt()).as(what).isEqualTo(mine.size()).isEqualTo(inShop.size());
        assertThat(sum.path("inShop").path("count").asInt()).as(what).isEqualTo(mine.size());
        assertThat(sum.path("inShop").path("onlyInShop").size()).as(what).isZero();
        assertThat(sum.path("inShop").path("onlyHere").size()).as(what).isZero();
        assertThat(sum.path("transferred").asInt() + sum.path("waiting").asInt())
                .as(what)
                .isEqualTo(mine.size());
        assertThat(amounts(sum.path("placedSum")))
                .as(what)
                .isEqualTo(total(inShop, OrderSummary::currency, order -> new BigDecimal(order.total())))
                .isEqualTo(amounts(sum.path("inShop").path("sum")));
        // An order that was edited later lies in Specter as it was.
        assertThat(total(inSpecter, Order::currency, Order::total))
                .as(what)
                .isEqualTo(
                        total(mine.stream().filter(this::mustBeInSpecter).toList(), Placed::currency, Placed::total));
        assertThat(inSpecter.size())
                .as(what)
                .isBetween(
                        sum.path("transferred").asInt(),
                        sum.path("transferred").asInt() + sum.path("waiting").asInt());
    }

    private JsonNode sum(String shop, LocalDate day) {
        return sums.valueStream()
                .filter(sum -> sum.path("shop").asString().endsWith("/" + shop)
                        && sum.path("day").asString().equals(day.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sum of " + shop + " on " + day));
    }

    private Stream<Order> inSpecter(Placed placed) {
        String shop = placed.order().shop().shop();
        return world.specter.account(Merchants.account(shop)).order(Merchants.externalNo(placed.order())).stream();
    }

    private boolean mustBeInSpecter(Placed order) {
        Cause cause = placed.mustWaitFor(order.order());
        return cause == null || cause == Cause.CHANGED_AFTER_TRANSFER || cause == Cause.CANCELLED_AFTER_TRANSFER;
    }

    private static <T> Map<String, BigDecimal> total(
            List<T> orders, Function<T, String> currency, Function<T, BigDecimal> amount) {
        return orders.stream()
                .collect(Collectors.toMap(
                        currency, order -> amount.apply(order).setScale(2), BigDecimal::add, TreeMap::new));
    }

    private static Map<String, BigDecimal> amounts(JsonNode sums) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        sums.properties()
                .forEach(entry -> amounts.put(
                        entry.getKey(), entry.getValue().decimalValue().setScale(2)));
        return amounts;
    }
}
