package se.brygga.simulators.starweb.catalogue;

import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.stock.Stocks;
import se.brygga.simulators.starweb.wire.StarwebQuirk;

/** Another party's Specter connector in the same shop (S-25): it puts back what the client has just changed. */
final class ForeignConnector {

    static final String TYPE = "Specter";

    private final Quirks quirks;
    private final Stocks stocks;

    ForeignConnector(Quirks quirks, Stocks stocks) {
        this.quirks = quirks;
        this.stocks = stocks;
    }

    void undo(SimVariant variant, long location, Stocks.@Nullable Row before) {
        if (before != null && quirks.is(StarwebQuirk.FOREIGN_CONNECTOR, "fights")) {
            stocks.set(variant.stocks, location, before);
            mark(variant);
        }
    }

    static void mark(SimVariant variant) {
        variant.written.put("externalId", variant.sku).put("externalIdType", TYPE);
    }
}
