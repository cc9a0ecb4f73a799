package se.brygga.testbed.demo;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.store.OrderLists;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.specter.SpecterSimulator;
import se.brygga.testbed.starweb.OrderKind;
import se.brygga.testbed.starweb.StarwebSimulator;
import se.brygga.workflows.OrderRef;

/** {@code demo --once}: an order of each kind, all of which must arrive. */
final class OnceRun {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int TICK_MILLIS = 200;

    private static final String ROW = "%-8s %-12s %16s %10s %8s%n";

    private final StarwebSimulator starweb;
    private final SpecterSimulator specter;
    private final OrderLists lists;
    private final OrderTimes times;

    OnceRun(StarwebSimulator starweb, SpecterSimulator specter, Apps apps) {
        this.starweb = starweb;
        this.specter = specter;
        this.lists = apps.bean(OrderLists.class);
        this.times = new OrderTimes(apps);
    }

    /** @return 0 if every order is in Specter once and to the öre, else 1 */
    int run() throws InterruptedException {
        Map<OrderRef, OrderKind> placed = place();
        System.out.println(placed.size() + " orders are placed; waiting for them in Specter ...");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !placed.keySet().stream().allMatch(this::settled)) {
            Thread.sleep(TICK_MILLIS);
        }
        printTable(placed.keySet());
        int wrong = printComplaints(placed);
        System.out.printf(
                "%n%d orders placed, %d in Specter once and to the öre, %d not. Specter holds %d orders.%n",
                placed.size(),
                placed.size() - wrong,
                wrong,
                specter.orders(9999).size() + specter.orders(8888).size());
        return wrong == 0 ? 0 : 1;
    }

    private void printTable(Set<OrderRef> placed) {
        System.out.printf("%n" + ROW, "ORDER", "SHOP", "TOTAL", "SPECTER", "MS");
        for (OrderRef order : placed) {
            Optional<OrderLists.Line> line = lists.find(order);
            System.out.printf(
                    ROW,
                    order.orderId(),
                    order.shop().shop(),
                    line.map(OnceRun::total).orElse("-"),
                    line.map(OrderLists.Line::specterNumber)
                            .map(number -> Long.toString(number))
                            .orElse("-"),
                    line.map(times::milliseconds).orElse("-"));
        }
    }

    private static String total(OrderLists.Line line) {
        return line.total() == null ? "-" : line.total().setScale(2, RoundingMode.HALF_UP) + " " + line.currency();
    }

    private int printComplaints(Map<OrderRef, OrderKind> placed) {
        int wrong = 0;
        for (Map.Entry<OrderRef, OrderKind> order : placed.entrySet()) {
            String complaint = complaint(order.getKey());
            if (complaint != null) {
                System.out.println("NOT RIGHT: order " + order.getKey() + " (" + order.getValue() + ") " + complaint);
                wrong++;
            }
        }
        return wrong;
    }

    /** All is well, or it waits for a person; here is none. */
    private boolean settled(OrderRef order) {
        return complaint(order) == null
                || lists.find(order).filter(line -> line.cause() != null).isPresent();
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

    /** What is wrong with an order that should have arrived; null when all is well. */
    private @Nullable String complaint(OrderRef order) {
        OrderLists.Line line = lists.find(order).orElse(null);
        long account = Merchants.account(order.shop().shop());
        String externalNo = Merchants.externalNo(order);
        long copies = specter.orders(account).stream()
                .filter(o -> o.externalNo().equals(externalNo))
                .count();
        if (line == null || line.specterNumber() == null) {
            return line != null && line.cause() != null
                    ? "waits for " + line.cause().code()
                    : "has not arrived";
        }
        if (copies != 1) {
            return "is " + copies + " times in Specter";
        }
        var inSpecter = specter.order(account, externalNo).orElseThrow();
        return inSpecter.total().compareTo(Objects.requireNonNull(line.total())) == 0
                ? null
                : "has the total " + inSpecter.total() + " in Specter, " + line.total() + " in the shop";
    }
}
