package se.brygga.cli.feeds;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.products.ProductText;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.terminal.TroubleLines;
import se.brygga.cli.view.Trouble;
import se.brygga.workflows.attention.CauseTexts;
import tools.jackson.databind.JsonNode;

/** {@code brygga feeds list}. */
@Command(
        name = "list",
        description = "${bundle:help.feeds-list}",
        footer = {"", "${bundle:help.feeds-list.examples}"})
final class FeedsListCommand extends ListCommand {

    @Mixin
    private OnlyTenantArgument only = new OnlyTenantArgument();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    protected int list() {
        JsonNode answer = server().get("/feeds", only.query());
        if (json.print(answer)) {
            return 0;
        }
        LoopList list = Server.read(answer, LoopList.class);
        printTrouble(list.trouble());
        Table table = table(list);
        System.out.print(table.isEmpty() ? language.lines().say(Line.NO_FEEDS) + "\n" : table);
        return 0;
    }

    private Table table(LoopList list) {
        Lines lines = language.lines();
        Table table = lines.table(Line.FEEDS_HEADINGS);
        String whyNothingMoves = TroubleLines.whyNothingMoves(list.trouble().standstill(), lines);
        list.loops()
                .forEach(loop -> table.row(
                        loop.tenant(),
                        loop.feed().word(),
                        state(loop.state(), loop.expectedAt(), paused(loop.pause(), lines), whyNothingMoves, lines),
                        Output.time(loop.polledAt()),
                        Output.time(loop.newsAt()),
                        loop.idle(),
                        loop.failures(),
                        every(loop.pace(), lines),
                        batches(loop.openBatches(), lines),
                        loop.foreignBatches()));
        list.products().forEach(loop -> {
            String state = state(loop.state(), loop.expectedAt(), paused(loop.pause(), lines), whyNothingMoves, lines);
            table.row(
                    loop.shop(),
                    "products",
                    loop.waiting() == 0 ? state : state + ", " + lines.say(ProductText.PRODUCTS_WAIT, loop.waiting()),
                    Output.time(loop.lookedAt()),
                    Output.time(loop.newsAt()),
                    loop.idle(),
                    loop.failures(),
                    loop.expectedAt() == null ? null : lines.say(ProductText.NEXT_LOOK, Output.time(loop.expectedAt())),
                    null,
                    null);
        });
        return table;
    }

    private static String paused(LoopList.@Nullable Pause pause, Lines lines) {
        return pause == null ? lines.say(Line.PAUSED) : lines.say(Line.PAUSED_BY, pause.by(), Output.time(pause.at()));
    }

    private static String paused(LoopList.@Nullable ProductPause pause, Lines lines) {
        return pause == null
                ? lines.say(Line.PAUSED)
                : lines.say(Line.PAUSED_BY, pause.by(), Output.time(pause.at()))
                        + (pause.reason() == null ? "" : ": " + pause.reason());
    }

    /** Prints the outages apart from the loops, because an outage stops no loop. */
    private void printTrouble(Trouble trouble) {
        CauseTexts texts = language.texts();
        Lines lines = language.lines();
        TroubleLines.standstill(trouble.standstill(), lines).forEach(System.out::println);
        trouble.outages().stream()
                .filter(outage -> outage.system() == Trouble.Remote.SPECTER)
                .forEach(outage -> System.out.println(TroubleLines.outage(outage, texts, lines)));
        trouble.notServed().forEach(one -> System.out.println(TroubleLines.notServed(one, lines)));
        trouble.notWritten().forEach(one -> System.out.println(TroubleLines.notWritten(one, texts, lines)));
    }

    private static String state(
            LoopList.State state, @Nullable Instant expectedAt, String paused, String whyNothingMoves, Lines lines) {
        return switch (state) {
            case POLLS -> lines.say(Line.POLLS);
            case NOT_POLLED_YET -> lines.say(Line.NOT_POLLED_YET);
            case FAILS -> lines.say(Line.FAILS);
            case LATE -> lines.say(Line.LATE, Output.time(expectedAt));
            case STANDS_STILL -> lines.say(Line.STANDS_STILL, whyNothingMoves);
            case PAUSED -> paused;
            case NOT_IN_SET_UP -> lines.say(Line.NOT_IN_SET_UP);
            case SUSPENDED -> lines.say(Line.FEED_SUSPENDED);
            case REMOVED -> lines.say(Line.FEED_REMOVED);
        };
    }

    private static String every(LoopList.Pace pace, Lines lines) {
        LoopList.Quiet quiet = pace.quiet();
        return (pace.shortest().equals(pace.longest())
                        ? pace.shortest().toString()
                        : lines.say(Line.FROM_TO, pace.shortest(), pace.longest()))
                + (pace.byOperator() ? " " + lines.say(Line.BY_OPERATOR) : "")
                + (quiet == null ? "" : lines.say(Line.NOT_BETWEEN, quiet.from(), quiet.until()));
    }

    private static @Nullable String batches(List<LoopList.OpenBatch> batches, Lines lines) {
        return batches.isEmpty()
                ? null
                : batches.stream()
                        .map(batch -> lines.say(
                                        batch.foreign() ? Line.FOREIGN_BATCH : Line.BATCH,
                                        batch.kind(),
                                        batch.batchNo(),
                                        Output.time(batch.openedAt()))
                                + (batch.stored() ? lines.say(Line.STORED) : ""))
                        .collect(Collectors.joining("; "));
    }
}
