package se.brygga.testbed.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.store.OrderLists;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.specter.SpecterSimulator;
import se.brygga.workflows.OrderRef;

/** Orders as they arrive, or begin to wait; each is told once per state. */
final class Arrivals {

    private static final OrderLists.Filter ALL = new OrderLists.Filter(null, null, null, null, 500);

    private final OrderLists lists;
    private final OrderTimes times;
    private final SpecterSimulator specter;
    private final Set<String> told = new HashSet<>();

    Arrivals(Apps apps, SpecterSimulator specter) {
        this.lists = apps.bean(OrderLists.class);
        this.times = new OrderTimes(apps);
        this.specter = specter;
    }

    /** A line for each order that has arrived, or begun to wait, since the last call. */
    List<String> news() {
        List<String> lines = new ArrayList<>();
        for (OrderLists.Line line : lists.list(ALL).reversed()) {
            String state = line.cause() != null
                    ? "WAITS: " + line.cause().code()
                    : line.specterNumber() != null ? "in Specter as " + line.specterNumber() : "";
            if (!state.isEmpty() && told.add(line.order() + state)) {
                lines.add("%-32s %12.2f %s  %-28s %6s ms"
                        .formatted(line.order(), line.total(), line.currency(), state, milliseconds(line)));
            }
        }
        return lines;
    }

    /** What is wrong with an order that should have arrived; null when all is well. */
    @Nullable
    String complaint(OrderRef order) {
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
        return inSpecter.total().compareTo(java.util.Objects.requireNonNull(line.total())) == 0
                ? null
                : "has the total " + inSpecter.total() + " in Specter, " + line.total() + " in the shop";
    }

    private String milliseconds(OrderLists.Line line) {
        Instant arrived = line.transferredAt();
        return arrived == null
                ? "-"
                : times.heardOf(line.order())
                        .map(heard ->
                                Long.toString(Duration.between(heard, arrived).toMillis()))
                        .orElse("-");
    }
}
