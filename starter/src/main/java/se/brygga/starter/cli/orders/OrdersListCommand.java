package se.brygga.starter.cli.orders;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.terminal.TroubleLines;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.orders.OrderDesk;
import se.brygga.starter.desk.orders.OrderLine;
import se.brygga.starter.desk.orders.OrderList;
import se.brygga.starter.desk.trouble.Notice;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;

/** {@code brygga orders list}. */
@Command(name = "list", description = "Lists orders, newest first; without options those that wait for a person.")
final class OrdersListCommand extends DeskCommand {

    @Option(names = "--tenant", description = "only of this tenant")
    private @Nullable String tenant;

    @Option(names = "--shop", description = "only of this shop")
    private @Nullable String shop;

    @Option(names = "--state", description = "on-its-way, waiting, skipped, transferred or all; default: waiting")
    private String state = "waiting";

    @Option(names = "--cause", description = "only those that wait for this, for example totals-differ")
    private @Nullable Cause cause;

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        OrderLine.State wanted = wanted();
        OrderList list = desk(OrderDesk.class).list(new OrderDesk.Filter(tenant, shop, wanted, cause, limit.limit()));
        if (json.print(list)) {
            return 0;
        }
        Lines lines = language.lines();
        printTrouble(list.trouble(), lines);
        Table table = lines.table(Line.ORDERS_HEADINGS);
        list.orders()
                .forEach(line -> table.row(
                        line.order(),
                        Output.time(line.placedAt()),
                        Output.money(line.total(), line.currency()),
                        line.state().word(),
                        why(line, lines),
                        line.specterNumber()));
        System.out.print(table.isEmpty() ? nothing(wanted, list.trouble(), lines) : table);
        if (list.orders().size() < list.total()) {
            System.out.println(lines.say(Line.SHOWN_OF, list.orders().size(), list.total()));
        }
        return 0;
    }

    private OrderLine.@Nullable State wanted() {
        try {
            return state.equals("all") ? null : Word.of(OrderLine.State.class, "state", state);
        } catch (IllegalArgumentException unknown) {
            throw usage(unknown.getMessage() + ", all");
        }
    }

    /** What it waits for, the rule that skipped it, or what is wrong with the system that it needs. */
    private static @Nullable String why(OrderLine line, Lines lines) {
        Cause waits = line.cause();
        Cause behind = line.behind();
        return waits != null ? waits.code() : behind != null ? lines.say(Line.BEHIND, behind.code()) : line.rule();
    }

    /** While nothing moves, that nothing is in the books is no good news. */
    private static String nothing(OrderLine.@Nullable State wanted, Trouble trouble, Lines lines) {
        String nothing = lines.say(none(wanted));
        String why = TroubleLines.whyNothingMoves(trouble.standstill(), lines);
        return why.isEmpty() ? nothing + "\n" : lines.say(Line.AS_FAR_AS_KNOWN, nothing, why) + "\n";
    }

    private static Line none(OrderLine.@Nullable State wanted) {
        return switch (wanted) {
            case null -> Line.NO_ORDERS;
            case ON_ITS_WAY -> Line.NO_ORDERS_ON_ITS_WAY;
            case WAITING -> Line.NO_ORDERS_WAITING;
            case SKIPPED -> Line.NO_ORDERS_SKIPPED;
            case TRANSFERRED -> Line.NO_ORDERS_TRANSFERRED;
        };
    }

    private void printTrouble(Trouble trouble, Lines lines) {
        CauseTexts texts = language.texts();
        TroubleLines.standstill(trouble.standstill(), lines).forEach(System.out::println);
        trouble.notServed().forEach(one -> System.out.println(TroubleLines.notServed(one, lines)));
        trouble.outages().forEach(one -> System.out.println(TroubleLines.outage(one, texts, lines)));
        trouble.notices().forEach(notice -> printNotice(notice, texts, lines));
        trouble.unswept()
                .forEach(one -> System.out.println(
                        one.sweptAt() == null
                                ? lines.say(Line.NEVER_SWEPT, one.shop())
                                : lines.say(Line.SWEPT_AT, one.shop(), Output.time(one.sweptAt()))));
    }

    private static void printNotice(Notice notice, CauseTexts texts, Lines lines) {
        System.out.println(lines.say(
                Line.NOTICE,
                notice.place() + (notice.subject() == null ? "" : ", " + notice.subject()),
                texts.title(notice.cause()),
                Output.time(notice.openedAt()),
                notice.times(),
                texts.detail(notice.detail())));
    }
}
