package se.brygga.starter.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.brygga.activities.store.OrderLists;
import se.brygga.activities.store.OrderRecord;
import se.brygga.workflows.attention.Cause;

/** {@code brygga orders list}. */
@Component
@Command(name = "list", description = "Lists orders, newest first; without options those that wait for a person.")
final class OrdersListCommand implements Callable<Integer> {

    private final OrderLists lists;

    @Option(names = "--tenant", description = "only of this tenant")
    private @Nullable String tenant;

    @Option(names = "--shop", description = "only of this shop")
    private @Nullable String shop;

    @Option(names = "--state", description = "on-its-way, waiting, skipped, transferred or all; default: waiting")
    private String state = "waiting";

    @Option(names = "--cause", description = "only those that wait for this, for example totals-differ")
    private @Nullable String cause;

    @Option(names = "--limit", description = "at most so many; default: ${DEFAULT-VALUE}")
    private int limit = 100;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    OrdersListCommand(OrderLists lists) {
        this.lists = lists;
    }

    @Override
    public Integer call() {
        OrderRecord.State wanted = state.equals("all") ? null : OrderRecord.State.ofCode(state);
        List<OrderLists.Line> lines = lists.list(
                new OrderLists.Filter(tenant, shop, wanted, cause == null ? null : Cause.ofCode(cause), limit));
        if (json) {
            System.out.println(Output.json(lines));
            return 0;
        }
        lists.outages()
                .forEach(outage -> System.out.printf(
                        "! %s of %s/%s has not answered since %s (%d tries); orders wait and go on by themselves%n",
                        outage.system(),
                        outage.tenant(),
                        outage.shop(),
                        Output.time(outage.since()),
                        outage.failures()));
        Table table = new Table("ORDER", "PLACED", "TOTAL", "STATE", "CAUSE OR RULE", "SPECTER");
        lines.forEach(line -> table.row(
                line.order(),
                Output.time(line.placedAt()),
                Output.money(line.total(), line.currency()),
                line.cause() == null ? line.state().code() : "waiting",
                line.cause() == null ? line.skippedBy() : line.cause().code(),
                line.specterNumber()));
        System.out.print(table.isEmpty() ? "Nothing" + (wanted == null ? "" : " is " + wanted.code()) + ".\n" : table);
        return 0;
    }
}
