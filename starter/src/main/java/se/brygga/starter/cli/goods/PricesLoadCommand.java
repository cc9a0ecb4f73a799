package se.brygga.starter.cli.goods;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.terminal.Question;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.OperatorOptions;
import se.brygga.starter.cli.options.TenantArgument;
import se.brygga.starter.cli.terminal.Outcomes;
import se.brygga.starter.desk.prices.PriceDesk;
import se.brygga.starter.desk.prices.PriceFilePreview;

/** {@code brygga prices load}. */
@Command(
        name = "load",
        description = "Replaces the price lists that a file names, after it has shown what that changes.",
        footer =
                "The file: priceList;currency;articleNo;fromQty;priceExclVat, one row a line, with or without this heading.")
final class PricesLoadCommand extends DeskCommand {

    /** A person reads no more; the sums say how many there are. */
    private static final int SHOWN = 40;

    @Mixin
    private TenantArgument of = new TenantArgument();

    @Parameters(index = "1", paramLabel = "FILE", description = "UTF-8 or ISO-8859-1; decimals with comma or dot")
    private Path file = Path.of("");

    @Option(names = "--yes", description = "take it into force without asking")
    private boolean yes;

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Override
    public Integer call() {
        PriceDesk desk = desk(PriceDesk.class);
        byte[] bytes = bytes();
        PriceFilePreview preview = desk.preview(of.tenant(), bytes);
        if (!preview.objections().isEmpty()) {
            preview.objections().forEach(objection -> System.err.println(file + ": " + objection));
            System.err.println("Nothing was changed.");
            return 1;
        }
        print(preview);
        if (preview.changes().isEmpty()) {
            return 0;
        }
        if (!yes && !Question.isConfirmed("Take it into force?")) {
            System.out.println("Nothing was changed.");
            return 1;
        }
        return Outcomes.print(
                List.of(desk.load(of.tenant(), bytes, operator.operator())),
                loaded -> "Taken into force; the shops are written now.");
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": is the path right?", e);
        }
    }

    private void print(PriceFilePreview preview) {
        List<PriceFilePreview.Change> changes = preview.changes();
        Table table = new Table("LIST", "ARTICLE", "FROM", "BEFORE", "AFTER");
        changes.stream()
                .limit(SHOWN)
                .forEach(change -> table.row(
                        change.list(),
                        change.articleNo(),
                        change.fromQty().stripTrailingZeros().toPlainString(),
                        plain(change.before()),
                        plain(change.after())));
        System.out.print(table.isEmpty() ? "" : table.toString());
        if (changes.size() > SHOWN) {
            System.out.printf("… and %d more%n", changes.size() - SHOWN);
        }
        long changed = changes.size() - preview.added() - preview.gone();
        System.out.printf("%d new, %d changed, %d gone%n", preview.added(), changed, preview.gone());
        preview.unused()
                .forEach(list -> System.out.printf(
                        "No shop of %s shows list %s: name it under prices.lists in the set-up file.%n",
                        of.tenant(), list));
    }

    private static @Nullable String plain(@Nullable BigDecimal price) {
        return price == null ? null : price.toPlainString();
    }
}
