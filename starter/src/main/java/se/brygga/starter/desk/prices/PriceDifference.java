package se.brygga.starter.desk.prices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.prices.PriceDriftBook;
import se.brygga.starter.desk.feeds.Likely;

/**
 * A price that the shop showed otherwise than it should. Null: none.
 *
 * @param list the price list's name; null when the shop did not tell it
 * @param specter what it should be
 * @param sent what the shop was told last
 * @param inShop what it showed
 */
public record PriceDifference(
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
