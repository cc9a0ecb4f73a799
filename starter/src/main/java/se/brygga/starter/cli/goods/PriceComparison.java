package se.brygga.starter.cli.goods;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.feeds.Comparison;
import se.brygga.starter.desk.prices.PriceDesk;
import se.brygga.starter.desk.prices.PriceDifference;
import se.brygga.workflows.ShopRef;

/** Where a whole shop's prices differ from what they should be. */
final class PriceComparison {

    private PriceComparison() {}

    private static Table rows(List<PriceDifference> differences) {
        Table table = new Table("SKU", "LIST", "FROM", "SPECTER", "WAS TOLD", "SHOWED", "LIKELY", "FOUND");
        differences.forEach(one -> table.row(
                one.sku(),
                Prices.list(one.listId(), one.list()),
                one.fromQty(),
                Prices.price(one.specter()),
                Prices.price(one.sent()),
                Prices.price(one.inShop()),
                ComparisonCommands.likely(one.likely()),
                Output.time(one.foundAt())));
        return table;
    }

    /** {@code brygga prices drift}. */
    @Command(
            name = "drift",
            description =
                    "What the last comparison with all prices of the shop found. What differed is written again by"
                            + " itself, except what waits for approval.")
    static final class Drift extends ComparisonCommands.Drift<PriceDifference> {

        @Override
        Comparison<PriceDifference> last(ShopRef shop) {
            return desk(PriceDesk.class).drift(shop);
        }

        @Override
        Table table(List<PriceDifference> differences) {
            return rows(differences);
        }
    }

    /** {@code brygga prices compare}. */
    @Command(
            name = "compare",
            description =
                    "Compares all prices of the shop with Specter's now instead of at night, and says what differed:"
                            + " what Specter says, what the shop was told, what it showed, and why most likely. What the shop has"
                            + " refused is tried again.")
    static final class Compare extends ComparisonCommands.Compare<PriceDifference> {

        @Override
        Outcome<Comparison<PriceDifference>> compare(ShopRef shop, Operator by, Duration atMost) {
            return desk(PriceDesk.class).compare(shop, by, atMost);
        }

        @Override
        Table table(List<PriceDifference> differences) {
            return rows(differences);
        }
    }
}
