package se.brygga.cli.prices;

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

/** Where a whole shop's prices differ from what they should be. */
final class PriceComparison implements ComparisonCommands.Kind {

    /** A price in the shop that differs from what it should be. Null means no price. */
    private record Difference(
            long listId,
            @Nullable String list,
            String sku,
            int fromQty,
            @Nullable Price specter,
            @Nullable Price sent,
            @Nullable Price inShop,
            Likely likely,
            Instant foundAt) {}

    @Override
    public Feed feed() {
        return Feed.PRICES;
    }

    @Override
    public Table table(JsonNode differences, Lines lines) {
        Table table = lines.table(Line.PRICE_DRIFT_HEADINGS);
        for (Difference one : Server.read(differences, Difference[].class)) {
            table.row(
                    one.sku(),
                    Price.list(one.listId(), one.list()),
                    one.fromQty(),
                    Price.text(one.specter(), lines),
                    Price.text(one.sent(), lines),
                    Price.text(one.inShop(), lines),
                    one.likely().in(lines),
                    Output.time(one.foundAt()));
        }
        return table;
    }

    /** {@code brygga prices drift}. */
    @Command(
            name = "drift",
            description = "${bundle:help.price-comparison.drift}",
            footer = {"", "${bundle:help.price-comparison.drift.examples}"})
    static final class Drift extends ComparisonCommands.Drift {

        Drift() {
            super(new PriceComparison());
        }
    }

    /** {@code brygga prices compare}. */
    @Command(
            name = "compare",
            description = "${bundle:help.price-comparison.compare}",
            footer = {"", "${bundle:help.price-comparison.compare.examples}"})
    static final class Compare extends ComparisonCommands.Compare {

        Compare() {
            super(new PriceComparison());
        }
    }
}
