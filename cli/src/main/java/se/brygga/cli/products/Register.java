package se.brygga.cli.products;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.view.Word;
import tools.jackson.databind.JsonNode;

/** The register of what the sync of products carries, as people read it. */
public final class Register {

    private record Entry(
            String field,
            String starweb,
            @Nullable String specter,
            Unit unit,
            @Nullable Way toSpecter,
            @Nullable Way toShop,
            @Nullable String mode) {}

    private record Way(
            String standard,
            List<String> allowed,
            @Nullable Integer longest,
            @Nullable Integer decimals,
            Misfit misfit) {}

    private enum Unit implements Word {
        TEXT,
        PERCENT,
        KILOGRAM,
        AMOUNT,
        PIECES,
        PICTURES
    }

    private enum Misfit implements Word {
        WAITS,
        CUT,
        ROUNDED
    }

    private final List<Entry> entries;
    private final Lines lines;

    private Register(List<Entry> entries, Lines lines) {
        this.entries = entries;
        this.lines = lines;
    }

    static Register of(JsonNode answer, Lines lines) {
        return new Register(Arrays.asList(Server.read(answer, Entry[].class)), lines);
    }

    /** The register as a table of Markdown. */
    public static String markdown(JsonNode answer, Lines lines) {
        Register register = of(answer, lines);
        List<String> headings = List.of(lines.say(register.headings()).split(";"));
        StringBuilder text = new StringBuilder(row(headings));
        text.append("|---".repeat(headings.size())).append("|\n");
        register.cells().forEach(cells -> text.append(row(cells)));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    Table table() {
        Table table = lines.table(headings());
        cells().forEach(cells -> table.row(cells.toArray()));
        return table;
    }

    private ProductText headings() {
        return ofShop() ? ProductText.REGISTER_OF_SHOP_HEADINGS : ProductText.REGISTER_HEADINGS;
    }

    private boolean ofShop() {
        return entries.stream().anyMatch(entry -> entry.mode() != null);
    }

    private List<List<String>> cells() {
        boolean ofShop = ofShop();
        return entries.stream()
                .map(entry -> {
                    List<String> cells = new ArrayList<>(List.of(entry.field()));
                    if (ofShop) {
                        cells.add(entry.mode() == null ? "-" : entry.mode());
                    }
                    cells.addAll(List.of(
                            entry.starweb(),
                            entry.specter() == null ? "-" : entry.specter(),
                            unit(entry.unit()),
                            way(entry.toSpecter()),
                            way(entry.toShop())));
                    return cells;
                })
                .toList();
    }

    private String unit(Unit unit) {
        return lines.say(
                switch (unit) {
                    case TEXT -> ProductText.UNIT_TEXT;
                    case PERCENT -> ProductText.UNIT_PERCENT;
                    case KILOGRAM -> ProductText.UNIT_KILOGRAM;
                    case AMOUNT -> ProductText.UNIT_AMOUNT;
                    case PIECES -> ProductText.UNIT_PIECES;
                    case PICTURES -> ProductText.UNIT_PICTURES;
                });
    }

    /** {@code follow (create, off); at most 140 characters; what is longer is cut}. */
    private String way(@Nullable Way way) {
        if (way == null) {
            return lines.say(ProductText.NOT_CARRIED);
        }
        List<String> parts = new ArrayList<>();
        parts.add(way.standard() + " ("
                + way.allowed().stream()
                        .filter(mode -> !mode.equals(way.standard()))
                        .collect(Collectors.joining(", "))
                + ")");
        if (way.longest() != null) {
            parts.add(lines.say(ProductText.AT_MOST_CHARACTERS, way.longest()));
        }
        if (way.decimals() != null) {
            parts.add(lines.say(ProductText.AT_MOST_DECIMALS, way.decimals()));
        }
        parts.add(lines.say(
                switch (way.misfit()) {
                    case WAITS -> ProductText.MISFIT_WAITS;
                    case CUT -> ProductText.MISFIT_CUT;
                    case ROUNDED -> ProductText.MISFIT_ROUNDED;
                }));
        return String.join("; ", parts);
    }
}
