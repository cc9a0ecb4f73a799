package se.brygga.cli.prices;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.Outcomes;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.TenantArgument;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Question;
import se.brygga.cli.terminal.Table;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import tools.jackson.databind.JsonNode;

/** {@code brygga prices load}. */
@Command(
        name = "load",
        description = "${bundle:help.prices-load}",
        footer = {"", "${bundle:help.prices-load.examples}"})
final class PricesLoadCommand extends ServerCommand {

    /** What the file would change, as the starter answers. */
    private record Preview(List<Refusal> objections, Sums sums, List<Change> changes, List<String> unused) {}

    private record Sums(int added, int changed, int gone) {

        private int all() {
            return added + changed + gone;
        }
    }

    private record Change(
            String list,
            String articleNo,
            BigDecimal fromQty,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    @Mixin
    private TenantArgument of = new TenantArgument();

    @Parameters(index = "1", paramLabel = "FILE", description = "${bundle:help.prices-load.FILE}")
    private Path file = Path.of("");

    @Option(names = "--yes", description = "${bundle:help.prices-load.yes}")
    private boolean yes;

    @Mixin
    private OperatorOptions.Answered operator = new OperatorOptions.Answered();

    @Override
    public Integer call() {
        Lines lines = operator.lines();
        Map<String, @Nullable Object> body = operator.body();
        body.put("file", bytes());
        JsonNode answer = server().post(Server.path("prices", of.tenant(), "file", "preview"), body);
        Preview preview = Server.read(answer, Preview.class);
        boolean refused = !preview.objections().isEmpty();
        if (refused || preview.sums().all() == 0) {
            if (!operator.json().print(answer)) {
                print(preview, lines);
            }
            return refused ? 1 : 0;
        }
        if (!operator.json().isWanted()) {
            print(preview, lines);
        }
        if (!yes && !Question.isConfirmed(lines.say(Line.TAKE_INTO_FORCE))) {
            System.out.println(lines.say(Line.NOTHING_CHANGED));
            return 1;
        }
        return Outcomes.print(
                server().post(Server.path("prices", of.tenant(), "file"), body),
                operator.json(),
                lines,
                loaded -> lines.say(Line.PRICES_LOADED));
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw Reason.FILE_NOT_READABLE.refused(file);
        }
    }

    private void print(Preview preview, Lines lines) {
        if (!preview.objections().isEmpty()) {
            preview.objections().forEach(objection -> System.err.println(file + ": " + lines.say(objection)));
            System.err.println(lines.say(Line.NOTHING_CHANGED));
            return;
        }
        Table table = lines.table(Line.PRICE_FILE_HEADINGS);
        preview.changes()
                .forEach(change -> table.row(
                        change.list(),
                        change.articleNo(),
                        Output.number(change.fromQty()),
                        plain(change.before()),
                        plain(change.after())));
        System.out.print(table.isEmpty() ? "" : table.toString());
        Sums sums = preview.sums();
        if (preview.changes().size() < sums.all()) {
            System.out.println(lines.say(Line.PREVIEW_OF, preview.changes().size(), sums.all()));
        }
        System.out.println(lines.say(Line.PRICE_FILE_SUMS, sums.added(), sums.changed(), sums.gone()));
        preview.unused().forEach(list -> System.out.println(lines.say(Line.LIST_UNUSED, of.tenant(), list)));
    }

    private static @Nullable String plain(@Nullable BigDecimal price) {
        return price == null ? null : price.toPlainString();
    }
}
