package se.brygga.starter.cli.goods;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.feeds.Comparison;
import se.brygga.starter.desk.stock.StockDesk;
import se.brygga.starter.desk.stock.StockDifference;
import se.brygga.workflows.ShopRef;

/** Where a whole shop's stock differs from what it should show. */
final class StockComparison {

    private StockComparison() {}

    private static Table rows(List<StockDifference> differences) {
        Table table = new Table(
                "SKU", "SPECTER", "NOT BOOKED", "SHOULD SHOW", "WAS TOLD", "SHOWED", "DIFFERENCE", "LIKELY", "FOUND");
        differences.forEach(one -> table.row(
                one.sku(),
                Output.number(one.specter()),
                Output.number(one.unbooked()),
                Output.number(one.wanted()),
                Output.number(one.sent()),
                Output.number(one.inShop()),
                Output.number(difference(one.inShop(), one.wanted())),
                ComparisonCommands.likely(one.likely()),
                Output.time(one.foundAt())));
        return table;
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal shows, @Nullable BigDecimal wanted) {
        return shows == null || wanted == null ? null : shows.subtract(wanted);
    }

    /** {@code brygga stock drift}. */
    @Command(
            name = "drift",
            description =
                    "What the last comparison with the whole shop found. What differed is written again by itself.")
    static final class Drift extends ComparisonCommands.Drift<StockDifference> {

        @Override
        Comparison<StockDifference> last(ShopRef shop) {
            return desk(StockDesk.class).drift(shop);
        }

        @Override
        Table table(List<StockDifference> differences) {
            return rows(differences);
        }
    }

    /** {@code brygga stock compare}. */
    @Command(name = "compare", description = "Compares the whole shop now instead of at night, and says what differed.")
    static final class Compare extends ComparisonCommands.Compare<StockDifference> {

        @Override
        Outcome<Comparison<StockDifference>> compare(ShopRef shop, Operator by, Duration atMost) {
            return desk(StockDesk.class).compare(shop, by, atMost);
        }

        @Override
        Table table(List<StockDifference> differences) {
            return rows(differences);
        }
    }
}
