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
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
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
import tools.jackson.databind.JsonNode;

/** {@code brygga prices load}. */
@Command(
        name = "load",
        description = "Replaces the price lists that a file names, after it has shown what that changes.",
        footer = {
            "",
            "The file: priceList;currency;articleNo;fromQty;priceExclVat, one row a line, with or without this heading.",
            "",
            "Example: brygga prices load nordkajak prices.csv --reason \"prices of January\""
        })
final class PricesLoadCommand extends ServerCommand {

    /** What the file would change, as the starter says it. */
    private record Preview(List<String> objections, Sums sums, List<Change> changes, List<String> unused) {}

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

    @Parameters(index = "1", paramLabel = "FILE", description = "UTF-8 or ISO-8859-1; decimals with comma or dot")
    private Path file = Path.of("");

    @Option(names = "--yes", description = "take it into force without asking")
    private boolean yes;

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        Lines lines = language.lines();
        Map<String, @Nullable Object> body = operator.body();
        body.put("file", bytes(lines));
        JsonNode answer = server().post(Server.path("prices", of.tenant(), "file", "preview"), body);
        Preview preview = Server.read(answer, Preview.class);
        boolean refused = !preview.objections().isEmpty();
        if (refused || preview.sums().all() == 0) {
            if (!json.print(answer)) {
                print(preview, lines);
            }
            return refused ? 1 : 0;
        }
        if (!json.isWanted()) {
            print(preview, lines);
        }
        if (!yes && !Question.isConfirmed(lines.say(Line.TAKE_INTO_FORCE))) {
            System.out.println(lines.say(Line.NOTHING_CHANGED));
            return 1;
        }
        return Outcomes.print(
                server().post(Server.path("prices", of.tenant(), "file"), body),
                json,
                loaded -> lines.say(Line.PRICES_LOADED));
    }

    private byte[] bytes(Lines lines) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(lines.say(Line.CANNOT_READ, file), e);
        }
    }

    private void print(Preview preview, Lines lines) {
        if (!preview.objections().isEmpty()) {
            preview.objections().forEach(objection -> System.err.println(file + ": " + objection));
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
