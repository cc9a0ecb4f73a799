package se.brygga.starter.cli.orders;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.LanguageOption;
import se.brygga.starter.cli.options.LimitOption;
import se.brygga.starter.cli.terminal.Output;
import se.brygga.starter.cli.terminal.Table;
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
        printTrouble(list.trouble());
        Table table = new Table("ORDER", "PLACED", "TOTAL", "STATE", "CAUSE OR RULE", "SPECTER");
        list.orders()
                .forEach(line -> table.row(
                        line.order(),
                        Output.time(line.placedAt()),
                        Output.money(line.total(), line.currency()),
                        line.state().word(),
                        why(line),
                        line.specterNumber()));
        System.out.print(table.isEmpty() ? nothing(wanted, list.trouble()) : table);
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
    private static @Nullable String why(OrderLine line) {
        Cause waits = line.cause();
        Cause behind = line.behind();
        return waits != null ? waits.code() : behind != null ? "behind " + behind.code() : line.rule();
    }

    /** While nothing moves, that nothing is in the books is no good news. */
    private static String nothing(OrderLine.@Nullable State wanted, Trouble trouble) {
        String nothing = "Nothing" + (wanted == null ? "" : " is " + wanted.word());
        String why = TroubleLines.whyNothingMoves(trouble.standstill());
        return why.isEmpty()
                ? nothing + ".\n"
                : nothing + " as far as the books know, and nothing moves: " + why + ".\n";
    }

    private void printTrouble(Trouble trouble) {
        CauseTexts texts = language.texts();
        TroubleLines.standstill(trouble.standstill()).forEach(System.out::println);
        trouble.notServed().forEach(one -> System.out.println(TroubleLines.notServed(one)));
        trouble.outages().forEach(one -> System.out.println(TroubleLines.outage(one, texts)));
        trouble.notices().forEach(notice -> printNotice(notice, texts));
        trouble.unswept()
                .forEach(one -> System.out.printf(
                        "! %s was last looked through %s; orders may be missing here%n",
                        one.shop(), one.sweptAt() == null ? "never" : "at " + Output.time(one.sweptAt())));
    }

    private static void printNotice(Notice notice, CauseTexts texts) {
        System.out.printf(
                "! %s%s%s: %s, since %s (%d times): %s%n",
                notice.tenant(),
                notice.shop() == null ? "" : "/" + notice.shop(),
                notice.subject() == null ? "" : ", " + notice.subject(),
                texts.title(notice.cause()),
                Output.time(notice.openedAt()),
                notice.times(),
                texts.detail(notice.detail()));
    }
}
