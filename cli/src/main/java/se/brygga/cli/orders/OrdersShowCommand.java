package se.brygga.cli.orders;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Cures;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.terminal.TroubleLines;
import se.brygga.cli.view.Trouble;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Decision;
import tools.jackson.databind.JsonNode;

/** {@code brygga orders show}. */
@Command(
        name = "show",
        description = "${bundle:help.orders-show}",
        footer = {"", "${bundle:help.orders-show.examples}"})
final class OrdersShowCommand extends ServerCommand {

    @Parameters(
            paramLabel = "ORDER",
            converter = OrderArgument.Converter.class,
            description = "${bundle:help.orders-show.ORDER}")
    private OrderArgument order = new OrderArgument("");

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        JsonNode answer = order.story(server());
        if (json.print(answer)) {
            return 0;
        }
        OrderStory story = Server.read(answer, OrderStory.class);
        printState(story);
        story.behind().forEach(this::printBehind);
        if (story.inSpecter() != null) {
            printInSpecter(story.inSpecter());
        }
        List<OrderStory.Question> open = story.open();
        open.forEach(question -> printOpen(OrderRef.parse(story.order().order()), question, open.size() == 1));
        if (story.order().rule() != null && open.isEmpty()) {
            System.out.printf(
                    "%n%s%n%s%n",
                    language.texts().skipped(story.order().rule(), story.ruleNames()),
                    runnable(
                            Decision.Kind.SEND_ANYWAY,
                            OrderRef.parse(story.order().order()),
                            null));
        }
        printPast(story.questions());
        printCallbacks(story.callbacks());
        printCalls(story.calls());
        return 0;
    }

    private void printState(OrderStory story) {
        OrderLine line = story.order();
        Lines lines = language.lines();
        System.out.println(lines.say(
                Line.ORDER, line.order(), Output.time(line.placedAt()), Output.money(line.total(), line.currency())));
        System.out.println(lines.say(state(line.state()), line.rule()));
        if (line.specterNumber() != null) {
            System.out.println(lines.say(Line.IN_SPECTER_AS, line.specterNumber(), Output.time(line.transferredAt())));
        }
        if (!story.otherTotals().isEmpty()) {
            String or = " " + lines.say(Line.OR) + " ";
            System.out.println(lines.say(
                    Line.OTHER_TOTALS,
                    story.otherTotals().stream()
                            .map(total -> Output.money(total, line.currency()))
                            .collect(Collectors.joining(or))));
        }
    }

    private static Line state(OrderLine.State state) {
        return switch (state) {
            case ON_ITS_WAY -> Line.ON_ITS_WAY;
            case WAITING -> Line.WAITING;
            case SKIPPED -> Line.SKIPPED;
            case TRANSFERRED -> Line.TRANSFERRED;
        };
    }

    private void printBehind(Trouble.OutOfOrder outage) {
        CauseTexts texts = language.texts();
        Lines lines = language.lines();
        System.out.printf(
                "%s%n  %s%n%s%n%s%n",
                lines.say(
                        Line.WAITS_FOR,
                        outage.owner(),
                        texts.title(outage.cause()),
                        outage.cause().code()),
                TroubleLines.facts(outage, lines),
                texts.text(outage.cause()),
                texts.fix(outage.cause()));
    }

    /** Prints Specter's own codes unchanged, because only D (delivered) and 5 (cancelled) are known. */
    private void printInSpecter(OrderStory.InSpecter told) {
        Lines lines = language.lines();
        String delivered = told.delivered()
                ? " " + lines.say(Line.DELIVERED)
                : told.partDelivered() ? " " + lines.say(Line.IN_PART) : "";
        System.out.println(lines.say(
                Line.SPECTER_SAYS,
                Output.time(told.changedAt()),
                told.deliveryStatus() == null ? "-" : told.deliveryStatus(),
                delivered,
                told.statusId() == null ? "-" : told.statusId(),
                told.cancelled() ? " " + lines.say(Line.CANCELLED) : "",
                lines.say(told.invoiced() ? Line.INVOICED : Line.NOT_INVOICED),
                lines.say(told.paid() ? Line.PAID : Line.NOT_PAID),
                told.parcels().isEmpty() ? "" : lines.say(Line.PARCELS, String.join(", ", told.parcels()))));
    }

    private void printOpen(OrderRef of, OrderStory.Question question, boolean one) {
        Cause cause = question.cause();
        CauseTexts texts = language.texts();
        System.out.printf(
                "%n%s  %s%n%s%n%s%n%n%s%n%s",
                texts.title(cause),
                language.lines().say(Line.SINCE, cause.code(), Output.time(question.openedAt())),
                texts.text(cause, question.named()),
                texts.detail(question.detail()).indent(2).stripTrailing(),
                texts.fix(cause, question.named()),
                Stream.concat(
                                Cures.of(cause, of.shop().tenant(), of.shop().shop()).stream(),
                                cause.decisions().stream().sorted().map(kind -> runnable(kind, of, one ? null : cause)))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    /** A decision as a command that can be pasted. The parts to fill in are … between quotes. */
    private static String runnable(Decision.Kind kind, OrderRef order, @Nullable Cause about) {
        return "./brygga orders " + DecideCommands.command(kind) + " " + order
                + (about == null ? "" : " --cause " + about.code())
                + (kind == Decision.Kind.DONE_BY_HAND ? " --specter-number \"…\"" : "")
                + (kind == Decision.Kind.RETRY ? "" : " --reason \"…\"");
    }

    private void printPast(List<OrderStory.Question> questions) {
        Table table = language.lines().table(Line.WAITED_HEADINGS);
        questions.stream()
                .filter(question -> question.closedAt() != null)
                .forEach(question -> table.row(
                        Output.time(question.openedAt()),
                        Output.time(question.closedAt()),
                        question.cause().code()));
        System.out.print(table.isEmpty() ? "" : "\n" + table);
    }

    private void printCallbacks(List<OrderStory.Callback> callbacks) {
        Table table = language.lines().table(Line.CALLBACKS_HEADINGS);
        callbacks.forEach(callback -> table.row(
                Output.time(callback.seenAt()),
                callback.event(),
                callback.state(),
                Output.time(callback.sentAt()),
                Output.time(callback.settledAt()),
                Output.list(callback.parcels()),
                callback.note() == null ? null : language.texts().detail(callback.note())));
        System.out.print(table.isEmpty() ? "" : "\n" + table);
    }

    private void printCalls(List<OrderStory.Call> calls) {
        Table table = language.lines().table(Line.CALLS_HEADINGS);
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
