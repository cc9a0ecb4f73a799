package se.brygga.starter.cli;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import se.brygga.activities.store.feed.PriceDriftBook;
import se.brygga.activities.store.feed.PriceValue;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** Where a whole shop's prices differ from what they should be. */
final class PricesDriftCommands {

    private PricesDriftCommands() {}

    /** One difference as programs read it. Null: no price, no offer. */
    record Line(
            long listId,
            @Nullable String list,
            String sku,
            int fromQty,
            @Nullable BigDecimal specter,
            @Nullable BigDecimal specterSpecial,
            @Nullable BigDecimal sent,
            @Nullable BigDecimal sentSpecial,
            @Nullable BigDecimal inShop,
            @Nullable BigDecimal inShopSpecial,
            String likely,
            String foundAt) {

        static Line of(PriceDriftBook.Drift drift) {
            PriceValue specter = drift.specter();
            PriceValue sent = drift.sent();
            PriceValue inShop = drift.inShop();
            return new Line(
                    drift.key().listId(),
                    drift.listName(),
                    drift.key().sku(),
                    drift.key().fromQty(),
                    specter == null ? null : specter.price(),
                    specter == null ? null : specter.special(),
                    sent == null ? null : sent.price(),
                    sent == null ? null : sent.special(),
                    inShop == null ? null : inShop.price(),
                    inShop == null ? null : inShop.special(),
                    drift.likely(),
                    drift.foundAt().toString());
        }
    }

    @Component
    record Reports(PriceDriftBook book) implements DriftCommands.Reports {

        @Override
        public Feed feed() {
            return Feed.PRICES;
        }

        @Override
        public DriftCommands.Report of(ShopRef shop) {
            List<PriceDriftBook.Drift> drifts = book.drifts(shop);
            Table table = new Table("SKU", "LIST", "FROM", "SPECTER", "WAS TOLD", "SHOWED", "LIKELY", "FOUND");
            drifts.forEach(drift -> table.row(
                    drift.key().sku(),
                    Output.priceList(drift.key().listId(), drift.listName()),
                    drift.key().fromQty(),
                    Output.price(drift.specter()),
                    Output.price(drift.sent()),
                    Output.price(drift.inShop()),
                    DriftCommands.likely(drift.likely()),
                    Output.time(drift.foundAt())));
            return new DriftCommands.Report(drifts.stream().map(Line::of).toList(), table);
        }
    }

    /** {@code brygga prices drift}. */
    @Component
    @Command(
            name = "drift",
            description =
                    "What the last comparison with all prices of the shop found. What differed is written again by"
                            + " itself, except what waits for approval.")
    static final class Drift extends DriftCommands.Drift {
        Drift(DriftCommands.Desks desks, Reports reports) {
            super(desks, reports);
        }
    }

    /** {@code brygga prices compare}. */
    @Component
    @Command(
            name = "compare",
            description =
                    "Compares all prices of the shop with Specter's now instead of at night, and says what differed:"
                            + " what Specter says, what the shop was told, what it showed, and why most likely. What the shop has"
                            + " refused is tried again.")
    static final class Compare extends DriftCommands.Compare {
        Compare(DriftCommands.Desks desks, Reports reports) {
            super(desks, reports);
        }
    }
}
