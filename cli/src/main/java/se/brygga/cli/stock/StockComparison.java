package se.brygga.cli.stock;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import se.brygga.cli.goods.ComparisonCommands;
import se.brygga.cli.goods.Likely;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.view.Feed;
import tools.jackson.databind.JsonNode;

/** Where a whole shop's stock differs from what it should show. */
final class StockComparison implements ComparisonCommands.Kind {

    /** A SKU of which the shop showed something else than it should. Null means not known, or none. */
    private record Difference(
            String sku,
            @Nullable BigDecimal specter,
            BigDecimal unbooked,
            @Nullable BigDecimal wanted,
            @Nullable BigDecimal sent,
            @Nullable BigDecimal inShop,
            Likely likely,
            Instant foundAt) {

        private @Nullable BigDecimal difference() {
            return inShop == null || wanted == null ? null : inShop.subtract(wanted);
        }
    }

    @Override
    public Feed feed() {
        return Feed.STOCK;
    }

    @Override
    public Table table(JsonNode differences, Lines lines) {
        Table table = lines.table(Line.STOCK_DRIFT_HEADINGS);
        for (Difference one : Server.read(differences, Difference[].class)) {
            table.row(
                    one.sku(),
                    Output.number(one.specter()),
                    Output.number(one.unbooked()),
                    Output.number(one.wanted()),
                    Output.number(one.sent()),
                    Output.number(one.inShop()),
                    Output.number(one.difference()),
                    one.likely().in(lines),
                    Output.time(one.foundAt()));
        }
        return table;
    }

    /** {@code brygga stock drift}. */
    @Command(
            name = "drift",
            description = "${bundle:help.stock-comparison.drift}",
            footer = {"", "${bundle:help.stock-comparison.drift.examples}"})
    static final class Drift extends ComparisonCommands.Drift {

        Drift() {
            super(new StockComparison());
        }
    }

    /** {@code brygga stock compare}. */
    @Command(
            name = "compare",
            description = "${bundle:help.stock-comparison.compare}",
            footer = {"", "${bundle:help.stock-comparison.compare.examples}"})
    static final class Compare extends ComparisonCommands.Compare {

        Compare() {
            super(new StockComparison());
        }
    }
}
