package se.brygga.testbed.demo.once;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.orders.OrderLists;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.testbed.demo.news.OrderTimes;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;

/** The way there: an order of each kind, all of which must arrive. */
final class OnceOrders {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ROW = "%-8s %-12s %16s %10s %8s%n";

    private final StarwebSimulator starweb;
    private final SpecterSimulator specter;
    private final OrderLists lists;
    private final OrderTimes times;
    private final Map<OrderRef, OrderKind> placed = new LinkedHashMap<>();
    private int wrong;

    OnceOrders(StarwebSimulator starweb, SpecterSimulator specter, Apps apps) {
        this.starweb = starweb;
        this.specter = specter;
        this.lists = apps.bean(OrderLists.class);
        this.times = new OrderTimes(apps);
    }

    /** Places them. */
    void place() {
        List<String> shops = starweb.shops();
        int next = 0;
        for (OrderKind kind : OrderKind.values()) {
            String shop = kind == OrderKind.NOK || kind == OrderKind.T5 ? "kajak-no" : shops.get(next++ % shops.size());
            long orderId = starweb.placeAndPay(shop, kind).orderId();
            placed.put(Merchants.order(shop, orderId), kind);
        }
    }

    /** Waits until all are in Specter, or wait for a person; prints a table and what is wrong. */
    void await() throws InterruptedException {
        Arriving.await(placed.keySet(), this::settled, PATIENCE);
        printTable();
        wrong = printComplaints();
    }

    int count() {
        return placed.size();
    }

    /** How many are not as they should be. */
    int wrong() {
        return wrong;
    }

    /** The order of this kind, if it is in Specter. */
    Optional<OrderRef> arrived(OrderKind kind) {
        return placed.keySet().stream()
                .filter(order -> placed.get(order) == kind && complaint(order) == null)
                .findFirst();
    }

    private void printTable() {
        System.out.printf("%n" + ROW, "ORDER", "SHOP", "TOTAL", "SPECTER", "MS");
        for (OrderRef order : placed.keySet()) {
            Optional<OrderLists.Line> line = lists.find(order);
            System.out.printf(
                    ROW,
                    order.orderId(),
                    order.shop().shop(),
                    line.map(OnceOrders::total).orElse("-"),
                    line.map(OrderLists.Line::specterNumber)
                            .map(number -> Long.toString(number))
                            .orElse("-"),
                    line.map(times::milliseconds).orElse("-"));
        }
    }

    private static String total(OrderLists.Line line) {
        return line.total() == null ? "-" : line.total().setScale(2, RoundingMode.HALF_UP) + " " + line.currency();
    }

    private int printComplaints() {
        int complaints = 0;
        for (Map.Entry<OrderRef, OrderKind> order : placed.entrySet()) {
            String complaint = complaint(order.getKey());
            if (complaint != null) {
                System.out.println("NOT RIGHT: order " + order.getKey() + " (" + order.getValue() + ") " + complaint);
                complaints++;
            }
        }
        return complaints;
    }

    /** All is well, or it waits for a person; here is none. */
    private boolean settled(OrderRef order) {
        return complaint(order) == null
                || lists.find(order).filter(line -> line.cause() != null).isPresent();
    }

    /** What is wrong with an order that should have arrived; null when all is well. */
    private @Nullable String complaint(OrderRef order) {
        OrderLists.Line line = lists.find(order).orElse(null);
        long account = Merchants.account(order.shop().shop());
        String externalNo = Merchants.externalNo(order);
        long copies = specter.account(account).orders().stream()
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
        var inSpecter = specter.account(account).order(externalNo).orElseThrow();
        return inSpecter.total().compareTo(Objects.requireNonNull(line.total())) == 0
                ? null
                : "has the total " + inSpecter.total() + " in Specter, " + line.total() + " in the shop";
    }
}
