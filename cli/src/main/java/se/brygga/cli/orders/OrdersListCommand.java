package se.brygga.cli.orders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.Words;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.terminal.TroubleLines;
import se.brygga.cli.view.Trouble;
import se.brygga.cli.view.Word;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;
import tools.jackson.databind.JsonNode;

/** {@code brygga orders list}. */
@Command(
        name = "list",
        description = "${bundle:help.orders-list}",
        footer = {"", "${bundle:help.orders-list.examples}"})
final class OrdersListCommand extends ListCommand {

    private static final String ALL = "all";

    @Option(names = "--tenant", description = "${bundle:help.orders-list.tenant}")
    private @Nullable String tenant;

    @Option(names = "--shop", description = "${bundle:help.orders-list.shop}")
    private @Nullable String shop;

    /** The words for states, and one for any of them. */
    private static final class States extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        private States() {
            super(Arrays.stream(OrderLine.State.values()).map(Word::word).toList());
            add(ALL);
        }
    }

    @Option(
            names = "--state",
            completionCandidates = States.class,
            description = "${bundle:help.orders-list.state} ${COMPLETION-CANDIDATES}")
    private String state = "waiting";

    @Option(
            names = "--cause",
            completionCandidates = Words.Causes.class,
            description = "${bundle:help.orders-list.cause}")
    private @Nullable Cause cause;

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    protected int list() {
        OrderLine.State wanted = wanted();
        JsonNode answer = server().pages("/orders", query(wanted), "orders", limit.limit());
        if (json.print(answer)) {
            return 0;
        }
        OrderList list = Server.read(answer, OrderList.class);
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
        if (list.next() != null) {
            int shown = list.orders().size();
            System.out.println(
                    list.total() == null
                            ? lines.say(Line.SHOWN_OF_MORE, shown)
                            : lines.say(Line.SHOWN_OF, shown, list.total()));
        }
        return 0;
    }

    private OrderLine.@Nullable State wanted() {
        if (state.equals(ALL)) {
            return null;
        }
        try {
            return Words.of(OrderLine.State.class, "state", state);
        } catch (RequestRefused unknown) {
            Map<String, String> said = unknown.refusal().parameters();
            throw usage(Reason.NO_SUCH_WORD.of("state", state, said.get("meant"), List.of(said.get("words"), ALL)));
        }
    }

    private Map<String, @Nullable Object> query(OrderLine.@Nullable State wanted) {
        Map<String, @Nullable Object> query = new HashMap<>();
        query.put("tenant", tenant);
        query.put("shop", shop);
        query.put("state", wanted == null ? null : wanted.word());
        query.put("cause", cause == null ? null : cause.code());
        return query;
    }

    /**
     * The cause of the wait, the rule that skipped the order, or what is wrong with the system that the order needs.
     */
    private static @Nullable String why(OrderLine line, Lines lines) {
        Cause waits = line.cause();
        Cause behind = line.behind();
        return waits != null ? waits.code() : behind != null ? lines.say(Line.BEHIND, behind.code()) : line.rule();
    }

    /** What an empty list says. While nothing moves, an empty list is no good news. */
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

    private static void printNotice(Trouble.Notice notice, CauseTexts texts, Lines lines) {
        System.out.println(lines.say(
                Line.NOTICE,
                notice.place() + (notice.subject() == null ? "" : ", " + notice.subject()),
                texts.title(notice.cause()),
                Output.time(notice.openedAt()),
                notice.times(),
                texts.detail(notice.detail())));
    }
}
