package se.brygga.starter.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.store.AttentionBook;
import se.brygga.activities.store.OrderLists;
import se.brygga.activities.store.SetupStore;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;

/** {@code brygga orders show}. */
@Component
@Command(name = "show", description = "Everything about one order: where it stands, why, what to do, what was said.")
final class OrdersShowCommand implements Callable<Integer> {

    private final OrderLists lists;
    private final AttentionBook attention;
    private final SetupStore setups;
    private final OrderArgument orders;

    @Parameters(paramLabel = "ORDER", description = "tenant/shop/number, or the number")
    private String order = "";

    @Option(names = "--lang", description = "language of causes: sv or en; default: ${DEFAULT-VALUE}")
    private String language = "sv";

    @Option(names = "--json", description = "for programs")
    private boolean json;

    /** For programs. */
    private record Shown(OrderLists.Line order, List<AttentionBook.Entry> attention, List<OrderLists.Call> calls) {}

    OrdersShowCommand(OrderLists lists, AttentionBook attention, SetupStore setups, OrderArgument orders) {
        this.lists = lists;
        this.attention = attention;
        this.setups = setups;
        this.orders = orders;
    }

    @Override
    public Integer call() {
        OrderRef ref = orders.resolve(order);
        OrderLists.Line line =
                lists.find(ref).orElseThrow(() -> new IllegalArgumentException("no order " + ref + " in the books"));
        List<AttentionBook.Entry> entries = attention.ofOrder(ref);
        List<OrderLists.Call> calls = lists.calls(ref, externalOrderNo(ref));
        if (json) {
            System.out.println(Output.json(new Shown(line, entries, calls)));
            return 0;
        }
        printState(line);
        entries.stream().filter(entry -> entry.closedAt() == null).forEach(this::printOpen);
        printPast(entries);
        printCalls(calls);
        return 0;
    }

    private static void printState(OrderLists.Line line) {
        System.out.printf(
                "Order %s, placed %s, %s%n",
                line.order(), Output.time(line.placedAt()), Output.money(line.total(), line.currency()));
        System.out.println("State: " + (line.cause() == null ? line.state().code() : "waiting")
                + (line.skippedBy() == null ? "" : " by the rule " + line.skippedBy())
                + (line.specterNumber() == null
                        ? ""
                        : ", in Specter as " + line.specterNumber() + " since " + Output.time(line.transferredAt())));
    }

    private void printOpen(AttentionBook.Entry entry) {
        Cause cause = entry.cause();
        CauseTexts texts = CauseTexts.in(Locale.of(language));
        String commands =
                cause.decisions().stream().map(Output::command).sorted().collect(Collectors.joining(" | "));
        System.out.printf(
                "%n%s  (%s, since %s)%n%s%n%s%n%n%s%nbrygga orders %s %s%n",
                texts.title(cause),
                cause.code(),
                Output.time(entry.openedAt()),
                texts.text(cause),
                entry.detail().indent(2).stripTrailing(),
                texts.fix(cause),
                commands,
                entry.order());
    }

    private static void printPast(List<AttentionBook.Entry> entries) {
        Table table = new Table("WAITED FROM", "TO", "CAUSE");
        entries.stream()
                .filter(entry -> entry.closedAt() != null)
                .forEach(entry -> table.row(
                        Output.time(entry.openedAt()),
                        Output.time(entry.closedAt()),
                        entry.cause().code()));
        System.out.print(table.isEmpty() ? "" : "\n" + table);
    }

    private static void printCalls(List<OrderLists.Call> calls) {
        Table table = new Table("CALL", "SYSTEM", "ACTION", "STATUS", "MS", "ANSWER");
        calls.forEach(call -> table.row(
                Output.time(call.at()),
                call.system(),
                call.action(),
                call.failure() == null ? call.status() : call.status() + " " + call.failure(),
                call.tookMs(),
                call.answer()));
        System.out.print(table.isEmpty() ? "" : "\n" + table);
    }

    /** Specter's calls are recorded under this. */
    private String externalOrderNo(OrderRef ref) {
        String prefix = setups.find(ref.shop())
                .map(setup -> setup.shop(ref.shop().shop()))
                .map(ShopSetup::orderNoPrefix)
                .orElse("");
        return prefix + ref.orderId();
    }
}
