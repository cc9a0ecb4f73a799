package se.brygga.starter.cli;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import se.brygga.activities.store.feed.DriftBook;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** Where a whole shop's stock differs from what it should show. */
final class StockDriftCommands {

    private StockDriftCommands() {}

    @Component
    record Reports(DriftBook book) implements DriftCommands.Reports {

        @Override
        public Feed feed() {
            return Feed.STOCK;
        }

        @Override
        public DriftCommands.Report of(ShopRef shop) {
            List<DriftBook.Drift> drifts = book.drifts(shop);
            Table table = new Table(
                    "SKU",
                    "SPECTER",
                    "NOT BOOKED",
                    "SHOULD SHOW",
                    "WAS TOLD",
                    "SHOWED",
                    "DIFFERENCE",
                    "LIKELY",
                    "FOUND");
            drifts.forEach(drift -> table.row(
                    drift.sku(),
                    Output.number(drift.specter()),
                    Output.number(drift.unbooked()),
                    Output.number(drift.wanted()),
                    Output.number(drift.sent()),
                    Output.number(drift.inShop()),
                    Output.number(difference(drift)),
                    DriftCommands.likely(drift.likely()),
                    Output.time(drift.foundAt())));
            return new DriftCommands.Report(drifts, table);
        }

        private static @Nullable BigDecimal difference(DriftBook.Drift drift) {
            BigDecimal shows = drift.inShop();
            BigDecimal wanted = drift.wanted();
            return shows == null || wanted == null ? null : shows.subtract(wanted);
        }
    }

    /** {@code brygga stock drift}. */
    @Component
    @Command(
            name = "drift",
            description =
                    "What the last comparison with the whole shop found. What differed is written again by itself.")
    static final class Drift extends DriftCommands.Drift {
        Drift(DriftCommands.Desks desks, Reports reports) {
            super(desks, reports);
        }
    }

    /** {@code brygga stock compare}. */
    @Component
    @Command(name = "compare", description = "Compares the whole shop now instead of at night, and says what differed.")
    static final class Compare extends DriftCommands.Compare {
        Compare(DriftCommands.Desks desks, Reports reports) {
            super(desks, reports);
        }
    }
}
