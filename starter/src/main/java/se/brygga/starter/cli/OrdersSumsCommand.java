package se.brygga.starter.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.brygga.activities.store.OrderLists;

/** {@code brygga orders sums}. */
@Component
@Command(
        name = "sums",
        description = "Counts the complete orders of each shop and day (UTC): each is in just one of the columns.")
final class OrdersSumsCommand implements Callable<Integer> {

    private final OrderLists lists;

    @Option(names = "--days", description = "how many days back from the latest order; default: ${DEFAULT-VALUE}")
    private int days = 7;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    OrdersSumsCommand(OrderLists lists) {
        this.lists = lists;
    }

    @Override
    public Integer call() {
        List<OrderLists.DaySum> sums = lists.sums(days);
        if (json) {
            System.out.println(Output.json(sums));
            return 0;
        }
        Table table = new Table(
                "DAY",
                "SHOP",
                "PLACED",
                "TRANSFERRED",
                "ON ITS WAY",
                "WAITING",
                "SKIPPED",
                "TRANSFERRED SUM",
                "PLACED SUM");
        sums.forEach(sum -> table.row(
                sum.day(),
                sum.shop(),
                sum.placed(),
                sum.transferred(),
                sum.onTheirWay(),
                sum.waiting(),
                sum.skipped(),
                Output.money(sum.transferredTotal(), sum.currency()),
                Output.money(sum.placedTotal(), sum.currency())));
        System.out.print(table.isEmpty() ? "No orders yet.\n" : table);
        return 0;
    }
}
