package se.brygga.starter.cli.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.LanguageOption;
import se.brygga.starter.cli.terminal.Output;
import se.brygga.starter.cli.terminal.Table;
import se.brygga.starter.cli.terminal.TroubleLines;
import se.brygga.starter.desk.callbacks.Callback;
import se.brygga.starter.desk.orders.OrderDesk;
import se.brygga.starter.desk.orders.OrderLine;
import se.brygga.starter.desk.orders.OrderStory;
import se.brygga.starter.desk.trouble.OutOfOrder;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Decision;

/** {@code brygga orders show}. */
@Command(name = "show", description = "Everything about one order: where it stands, why, what to do, what was said.")
final class OrdersShowCommand extends DeskCommand {

    @Parameters(
            paramLabel = "ORDER",
            converter = OrderArgument.Converter.class,
            description = "tenant/shop/number, or the number")
    private OrderArgument order = new OrderArgument("");

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        OrderDesk desk = desk(OrderDesk.class);
        OrderStory story = desk.story(order.in(desk));
        if (json.print(story)) {
            return 0;
        }
        printState(story);
        story.behind().forEach(this::printBehind);
        if (story.inSpecter() != null) {
            printInSpecter(story.inSpecter());
        }
        List<OrderStory.Question> open = story.open();
        open.forEach(question -> printOpen(story.order().order(), question, open.size() == 1));
        if (story.order().rule() != null && open.isEmpty()) {
            System.out.printf(
                    "%n%s%n%s%n",
                    language.texts().skipped(story.order().rule(), story.ruleNames()),
                    runnable(Decision.Kind.SEND_ANYWAY, story.order().order(), null));
        }
        printPast(story.questions());
        printCallbacks(story.callbacks());
        printCalls(story.calls());
        return 0;
    }

    private static void printState(OrderStory story) {
        OrderLine line = story.order();
        System.out.printf(
                "Order %s, placed %s, %s%n",
                line.order(), Output.time(line.placedAt()), Output.money(line.total(), line.currency()));
        System.out.println("State: " + line.state().word()
                + (line.rule() == null ? "" : " by the rule " + line.rule())
                + (line.specterNumber() == null
                        ? ""
                        : ", in Specter as " + line.specterNumber() + " since " + Output.time(line.transferredAt())));
        if (!story.otherTotals().isEmpty()) {
            System.out.println("Should Specter round in another way than expected, its total is "
                    + story.otherTotals().stream()
                            .map(total -> Output.money(total, line.currency()))
                            .collect(Collectors.joining(" or "))
                    + ": compare it there.");
        }
    }

    private void printBehind(OutOfOrder outage) {
        CauseTexts texts = language.texts();
        System.out.printf(
                "Waits for %s: %s  (%s)%n  %s%n%s%n%s%n",
                outage.owner(),
                texts.title(outage.cause()),
                outage.cause().code(),
                TroubleLines.facts(outage),
                texts.text(outage.cause()),
                texts.fix(outage.cause()));
    }

    /** Specter's own codes stay as they are: only D (delivered) and 5 (cancelled) are known to mean something. */
    private static void printInSpecter(OrderStory.InSpecter told) {
        List<String> said = new ArrayList<>();
        said.add("delivery status " + (told.deliveryStatus() == null ? "-" : told.deliveryStatus())
                + (told.delivered() ? " (delivered)" : told.partDelivered() ? " (in part)" : ""));
        said.add("status " + (told.statusId() == null ? "-" : told.statusId())
                + (told.cancelled() ? " (cancelled)" : ""));
        said.add(told.invoiced() ? "invoiced" : "not invoiced");
        said.add(told.paid() ? "paid" : "not paid");
        if (!told.parcels().isEmpty()) {
            said.add("parcels " + String.join(", ", told.parcels()));
        }
        System.out.printf("Specter says since %s: %s%n", Output.time(told.changedAt()), String.join("; ", said));
    }

    private void printOpen(OrderRef of, OrderStory.Question question, boolean one) {
        Cause cause = question.cause();
        CauseTexts texts = language.texts();
        System.out.printf(
                "%n%s  (%s, since %s)%n%s%n%s%n%n%s%n%s",
                texts.title(cause),
                cause.code(),
                Output.time(question.openedAt()),
                texts.text(cause, question.named()),
                texts.detail(question.detail()).indent(2).stripTrailing(),
                texts.fix(cause, question.named()),
                cause.decisions().stream()
                        .sorted()
                        .map(kind -> runnable(kind, of, one ? null : cause))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    /** A decision as it can be pasted: what is to be filled in stands as … between quotes. */
    private static String runnable(Decision.Kind kind, OrderRef order, @Nullable Cause about) {
        return "./brygga orders " + DecideCommands.command(kind) + " " + order
                + (about == null ? "" : " --cause " + about.code())
                + (kind == Decision.Kind.DONE_BY_HAND ? " --specter-number \"…\"" : "")
                + (kind == Decision.Kind.RETRY ? "" : " --reason \"…\"");
    }

    private static void printPast(List<OrderStory.Question> questions) {
        Table table = new Table("WAITED FROM", "TO", "CAUSE");
        questions.stream()
                .filter(question -> question.closedAt() != null)
                .forEach(question -> table.row(
                        Output.time(question.openedAt()),
                        Output.time(question.closedAt()),
                        question.cause().code()));
        System.out.print(table.isEmpty() ? "" : "\n" + table);
    }

    private void printCallbacks(List<Callback> callbacks) {
        Table table = new Table("SEEN", "IN SPECTER", "SHOP IS TOLD", "WRITTEN", "SETTLED", "PARCELS", "NOTE");
        callbacks.forEach(callback -> table.row(
                Output.time(callback.seenAt()),
                callback.event().word(),
                callback.state().word(),
                Output.time(callback.sentAt()),
                Output.time(callback.settledAt()),
                Output.list(callback.parcels()),
                callback.note() == null ? null : language.texts().detail(callback.note())));
        System.out.print(table.isEmpty() ? "" : "\n" + table);
    }

    private static void printCalls(List<OrderStory.Call> calls) {
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
