package se.brygga.starter.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.store.AttentionBook;
import se.brygga.activities.store.OrderLists;
import se.brygga.activities.store.OrderRecord;
import se.brygga.activities.store.feed.CallbackBook;
import se.brygga.activities.store.feed.SpecterOrderBook;
import se.brygga.activities.store.feed.SpecterOrderState;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Decision;

/** {@code brygga orders show}. */
@Component
@Command(name = "show", description = "Everything about one order: where it stands, why, what to do, what was said.")
final class OrdersShowCommand implements Callable<Integer> {

    private final OrderLists lists;
    private final OutageBook outages;
    private final AttentionBook attention;
    private final SpecterOrderBook specter;
    private final CallbackBook callbacks;
    private final ShownOrder shown;
    private final OrderArgument orders;

    @Parameters(paramLabel = "ORDER", description = "tenant/shop/number, or the number")
    private String order = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json", description = "for programs")
    private boolean json;

    /** For programs. */
    private record Shown(
            OrderLists.Line order,
            List<OutageBook.Told> behind,
            List<AttentionBook.Entry> attention,
            SpecterOrderBook.@Nullable Told inSpecter,
            List<CallbackBook.Callback> callbacks,
            List<OrderLists.Call> calls) {}

    OrdersShowCommand(
            OrderLists lists,
            OutageBook outages,
            AttentionBook attention,
            SpecterOrderBook specter,
            CallbackBook callbacks,
            ShownOrder shown,
            OrderArgument orders) {
        this.lists = lists;
        this.outages = outages;
        this.attention = attention;
        this.specter = specter;
        this.callbacks = callbacks;
        this.shown = shown;
        this.orders = orders;
    }

    @Override
    public Integer call() {
        OrderRef ref = orders.resolve(order);
        OrderLists.Line line =
                lists.find(ref).orElseThrow(() -> new IllegalArgumentException("no order " + ref + " in the books"));
        List<AttentionBook.Entry> entries = attention.ofOrder(ref);
        SpecterOrderBook.Told told = line.specterNumber() == null
                ? null
                : specter.told(ref.shop().tenant(), line.specterNumber()).orElse(null);
        List<CallbackBook.Callback> happened = callbacks.ofOrder(ref);
        List<OutageBook.Told> behind = behind(line, happened);
        List<OrderLists.Call> calls = lists.calls(ref, shown.externalOrderNo(ref));
        if (json) {
            System.out.println(Output.json(new Shown(line, behind, entries, told, happened, calls)));
            return 0;
        }
        printState(line);
        if (!line.otherTotals().isEmpty()) {
            System.out.println("Should Specter round in another way than expected, its total is "
                    + line.otherTotals().stream()
                            .map(total -> Output.money(total, line.currency()))
                            .collect(Collectors.joining(" or "))
                    + ": compare it there.");
        }
        printBehind(behind);
        if (told != null) {
            printTold(told);
        }
        List<AttentionBook.Entry> open =
                entries.stream().filter(entry -> entry.closedAt() == null).toList();
        open.forEach(entry -> printOpen(entry, open.size() == 1));
        if (line.skippedBy() != null && open.isEmpty()) {
            printSkipped(line, line.skippedBy());
        }
        printPast(entries);
        printCallbacks(happened);
        printCalls(calls);
        return 0;
    }

    /** The systems that are out of order and that the order, or what happened to it in Specter, needs to go on. */
    private List<OutageBook.Told> behind(OrderLists.Line line, List<CallbackBook.Callback> happened) {
        boolean transfers = line.state() == OrderRecord.State.ON_ITS_WAY;
        boolean reports = happened.stream().anyMatch(callback -> callback.state() == CallbackBook.State.PENDING);
        return outages.knownTo(line.order()).stream()
                .filter(told -> transfers || (reports && told.outage().door().system() == RemoteSystem.STARWEB))
                .toList();
    }

    private void printBehind(List<OutageBook.Told> behind) {
        CauseTexts texts = language.texts();
        behind.forEach(told -> System.out.printf(
                "Waits for %s: %s  (%s)%n  %s%n%s%n%s%n",
                told.outage().door().owner(),
                texts.title(told.outage().cause()),
                told.outage().cause().code(),
                OutageLines.facts(told),
                texts.text(told.outage().cause()),
                texts.fix(told.outage().cause())));
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

    /** Specter's own codes stay as they are: only D (delivered) and 5 (cancelled) are known to mean something. */
    private static void printTold(SpecterOrderBook.Told told) {
        SpecterOrderState state = told.state();
        List<String> said = new ArrayList<>();
        said.add("delivery status " + (state.deliveryStatus() == null ? "-" : state.deliveryStatus())
                + (state.delivered() ? " (delivered)" : state.partDelivered() ? " (in part)" : ""));
        said.add("status " + (state.statusId() == null ? "-" : state.statusId())
                + (state.cancelled() ? " (cancelled)" : ""));
        said.add(state.invoiced() ? "invoiced" : "not invoiced");
        said.add(state.paid() ? "paid" : "not paid");
        if (!state.tracking().isEmpty()) {
            said.add("parcels " + String.join(", ", state.tracking()));
        }
        System.out.printf("Specter says since %s: %s%n", Output.time(told.changedAt()), String.join("; ", said));
    }

    private void printOpen(AttentionBook.Entry entry, boolean one) {
        Cause cause = entry.cause();
        CauseTexts texts = language.texts();
        System.out.printf(
                "%n%s  (%s, since %s)%n%s%n%s%n%n%s%n%s",
                texts.title(cause),
                cause.code(),
                Output.time(entry.openedAt()),
                texts.text(cause, entry.named()),
                texts.detail(entry.detail()).indent(2).stripTrailing(),
                texts.fix(cause, entry.named()),
                cause.decisions().stream()
                        .sorted()
                        .map(kind -> Output.runnable(kind, entry.order(), one ? null : cause))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private void printSkipped(OrderLists.Line line, String rule) {
        System.out.printf(
                "%n%s%n%s%n",
                language.texts().skipped(rule, shown.statuses(line.order())),
                Output.runnable(Decision.Kind.SEND_ANYWAY, line.order(), null));
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

    private void printCallbacks(List<CallbackBook.Callback> happened) {
        Table table = new Table("SEEN", "IN SPECTER", "SHOP IS TOLD", "WRITTEN", "SETTLED", "PARCELS", "NOTE");
        happened.forEach(callback -> table.row(
                Output.time(callback.seenAt()),
                callback.event().code(),
                callback.state().code(),
                Output.time(callback.sentAt()),
                Output.time(callback.settledAt()),
                Output.list(callback.tracking()),
                callback.note() == null ? null : language.texts().detail(callback.note())));
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
}
