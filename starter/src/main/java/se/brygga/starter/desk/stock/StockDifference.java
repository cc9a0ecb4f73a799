package se.brygga.starter.desk.stock;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.stock.DriftBook;
import se.brygga.starter.desk.feeds.Likely;

/**
 * A SKU of which the shop showed something else than it should. Null means not known, or none.
 *
 * @param specter the quantity in Specter
 * @param unbooked the quantity that was sold and is not in Specter's numbers yet
 * @param wanted the quantity that the shop should show
 * @param sent the quantity that was last written
 * @param inShop the quantity that the shop showed
 */
public record StockDifference(
        String sku,
        @Nullable BigDecimal specter,
        BigDecimal unbooked,
        @Nullable BigDecimal wanted,
        @Nullable BigDecimal sent,
        @Nullable BigDecimal inShop,
        Likely likely,
        Instant foundAt) {

    static StockDifference of(DriftBook.Drift drift) {
        return new StockDifference(
                drift.sku(),
                drift.specter(),
                drift.unbooked(),
                drift.wanted(),
                drift.sent(),
                drift.inShop(),
                Likely.of(drift.likely()),
                drift.foundAt());
    }
}
