package se.brygga.testbed.demo.news;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.PagedLists;
import se.brygga.testbed.kit.Apps;

/** Orders as they arrive, or begin to wait; each is told once per state. */
public final class Arrivals {

    private static final PagedLists.Filter ALL = new PagedLists.Filter(Set.of(), null, null, null, null, 500);

    private static final int TICK_MILLIS = 200;

    private final PagedLists pages;
    private final OrderTimes times;
    private final Set<String> told = new HashSet<>();

    public Arrivals(Apps apps) {
        this.pages = apps.bean(PagedLists.class);
        this.times = new OrderTimes(apps);
    }

    /** A line for each order that has arrived, or begun to wait, since the last call. */
    public List<String> news() {
        List<String> lines = new ArrayList<>();
        for (OrderLists.Line line : pages.list(ALL).reversed()) {
            String state = line.cause() != null
                    ? "WAITS: " + line.cause().code()
                    : line.specterNumber() != null ? "in Specter as " + line.specterNumber() : "";
            if (!state.isEmpty() && told.add(line.order() + state)) {
                lines.add("%-32s %12.2f %s  %-28s %6s ms"
                        .formatted(line.order(), line.total(), line.currency(), state, times.milliseconds(line)));
            }
        }
        return lines;
    }

    /** Prints the news until the thread is interrupted. */
    public void printForEver() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            news().forEach(System.out::println);
            Thread.sleep(TICK_MILLIS);
        }
    }
}
