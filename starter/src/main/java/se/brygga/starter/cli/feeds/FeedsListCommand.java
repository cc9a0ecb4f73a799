package se.brygga.starter.cli.feeds;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.LanguageOption;
import se.brygga.starter.cli.options.OnlyTenantArgument;
import se.brygga.starter.cli.terminal.Output;
import se.brygga.starter.cli.terminal.Table;
import se.brygga.starter.cli.terminal.TroubleLines;
import se.brygga.starter.desk.feeds.FeedDesk;
import se.brygga.starter.desk.feeds.Loop;
import se.brygga.starter.desk.feeds.LoopList;
import se.brygga.starter.desk.trouble.OutOfOrder;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.workflows.attention.CauseTexts;

/** {@code brygga feeds list}. */
@Command(
        name = "list",
        description = "Lists each tenant's loops: when they polled, what is wrong, who has paused them.")
final class FeedsListCommand extends DeskCommand {

    @Mixin
    private OnlyTenantArgument only = new OnlyTenantArgument();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        LoopList list = desk(FeedDesk.class).list(only.tenant());
        if (json.print(list)) {
            return 0;
        }
        printTrouble(list.trouble());
        Table table = table(list);
        System.out.print(table.isEmpty() ? "No shop wants anything from Specter.\n" : table);
        return 0;
    }

    private static Table table(LoopList list) {
        Table table = new Table(
                "TENANT",
                "FEED",
                "STATE",
                "LAST POLL",
                "LAST NEWS",
                "IDLE",
                "FAILED",
                "EVERY",
                "OPEN BATCH",
                "FOREIGN");
        String whyNothingMoves = TroubleLines.whyNothingMoves(list.trouble().standstill());
        list.loops()
                .forEach(loop -> table.row(
                        loop.tenant(),
                        loop.feed().key(),
                        state(loop, whyNothingMoves),
                        Output.time(loop.polledAt()),
                        Output.time(loop.newsAt()),
                        loop.idle(),
                        loop.failures(),
                        every(loop.pace()),
                        batches(loop.openBatches()),
                        loop.foreignBatches()));
        return table;
    }

    /** A shop that is out of order stops no loop. */
    private void printTrouble(Trouble trouble) {
        CauseTexts texts = language.texts();
        TroubleLines.standstill(trouble.standstill()).forEach(System.out::println);
        trouble.outages().stream()
                .filter(outage -> outage.system() == OutOfOrder.Remote.SPECTER)
                .forEach(outage -> System.out.println(TroubleLines.outage(outage, texts)));
        trouble.notServed().forEach(one -> System.out.println(TroubleLines.notServed(one)));
        trouble.notWritten().forEach(one -> System.out.println(TroubleLines.notWritten(one, texts)));
    }

    private static String state(Loop loop, String whyNothingMoves) {
        return switch (loop.state()) {
            case POLLS -> "polls";
            case NOT_POLLED_YET -> "has not polled";
            case FAILS -> "fails";
            case LATE -> "late since " + Output.time(loop.expectedAt());
            case STANDS_STILL -> "stands still: " + whyNothingMoves;
            case PAUSED ->
                loop.pause() == null
                        ? "paused"
                        : "paused by " + loop.pause().by() + " "
                                + Output.time(loop.pause().at());
            case NOT_IN_SET_UP -> "not in the set-up";
            case SUSPENDED, REMOVED -> loop.state().word();
        };
    }

    private static String every(Loop.Pace pace) {
        Loop.Quiet quiet = pace.quiet();
        return (pace.shortest().equals(pace.longest())
                        ? pace.shortest().toString()
                        : pace.shortest() + " to " + pace.longest())
                + (pace.byOperator() ? " (operator)" : "")
                + (quiet == null ? "" : ", not " + quiet.from() + "-" + quiet.until());
    }

    private static @Nullable String batches(List<Loop.OpenBatch> batches) {
        return batches.isEmpty()
                ? null
                : batches.stream()
                        .map(batch -> (batch.foreign() ? "another's " : "") + batch.kind() + " " + batch.batchNo()
                                + " since " + Output.time(batch.openedAt())
                                + (batch.stored() ? ", stored" : ""))
                        .collect(Collectors.joining("; "));
    }
}
