package se.brygga.starter.desk.prices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.prices.PriceDriftBook;
import se.brygga.starter.desk.feeds.Likely;

/**
 * A price in a shop that differs from what it should be. Null means no price.
 *
 * @param list the price list's name; null when the shop did not tell it
 * @param specter the price that Specter wants
 * @param sent the price that was last written
 * @param inShop the price that the shop showed
 */
record PriceDifference(
        long listId,
        @Nullable String list,
        String sku,
        int fromQty,
        @Nullable Price specter,
        @Nullable Price sent,
        @Nullable Price inShop,
        Likely likely,
        Instant foundAt) {

    static PriceDifference of(PriceDriftBook.Drift drift) {
        return new PriceDifference(
                drift.key().listId(),
                drift.listName(),
                drift.key().sku(),
                drift.key().fromQty(),
                Price.of(drift.specter()),
                Price.of(drift.sent()),
                Price.of(drift.inShop()),
                Likely.of(drift.likely()),
                drift.foundAt());
    }
}
