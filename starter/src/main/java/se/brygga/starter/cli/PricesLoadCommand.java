package se.brygga.starter.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.prices.PriceFile;
import se.brygga.activities.store.feed.PriceBook;
import se.brygga.starter.prices.PriceDesk;

/** {@code brygga prices load}. */
@Component
@Command(
        name = "load",
        description = "Replaces the price lists that a file names, after it has shown what that changes.",
        footer =
                "The file: priceList;currency;articleNo;fromQty;priceExclVat, one row a line, with or without this heading.")
final class PricesLoadCommand implements Callable<Integer> {

    /** A person reads no more; the sums say how many there are. */
    private static final int SHOWN = 40;

    private final PriceDesk desk;

    @Parameters(index = "0", paramLabel = "TENANT", description = "key of the tenant")
    private String tenant = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "UTF-8 or ISO-8859-1; decimals with comma or dot")
    private Path file = Path.of("");

    @Option(names = "--yes", description = "take it into force without asking")
    private boolean yes;

    @Option(names = "--by", description = "who loads it; default: the login here")
    private String by = System.getProperty("user.name");

    PricesLoadCommand(PriceDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        PriceFile.Result read = PriceFile.read(bytes());
        List<String> objections = desk.objections(tenant, read);
        if (!objections.isEmpty()) {
            objections.forEach(objection -> System.err.println(file + ": " + objection));
            System.err.println("Nothing was changed.");
            return 1;
        }
        List<PriceBook.Change> changes = desk.difference(tenant, read.lines());
        print(changes);
        desk.unused(tenant, read.lines())
                .forEach(list -> System.out.printf(
                        "No shop of %s shows list %s: name it under prices.lists in the set-up file.%n", tenant, list));
        if (changes.isEmpty()) {
            return 0;
        }
        if (!yes && !Question.isConfirmed("Take it into force?")) {
            System.out.println("Nothing was changed.");
            return 1;
        }
        desk.load(
                tenant,
                read.lines(),
                by,
                "price file of " + read.lines().size() + " rows, " + changes.size() + " changed");
        System.out.println("Taken into force; the shops are written now.");
        return 0;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": is the path right?", e);
        }
    }

    private static void print(List<PriceBook.Change> changes) {
        Table table = new Table("LIST", "ARTICLE", "FROM", "BEFORE", "AFTER");
        changes.stream()
                .limit(SHOWN)
                .forEach(change -> table.row(
                        change.list(),
                        change.articleNo(),
                        change.fromQty().stripTrailingZeros().toPlainString(),
                        plain(change.before()),
                        plain(change.after())));
        if (!table.isEmpty()) {
            System.out.print(table);
        }
        if (changes.size() > SHOWN) {
            System.out.printf("… and %d more%n", changes.size() - SHOWN);
        }
        long added = changes.stream()
                .filter(change -> change.before() == null && change.after() != null)
                .count();
        long gone = changes.stream().filter(change -> change.after() == null).count();
        System.out.printf("%d new, %d changed, %d gone%n", added, changes.size() - added - gone, gone);
    }

    private static @Nullable String plain(@Nullable BigDecimal price) {
        return price == null ? null : price.toPlainString();
    }
}
