package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.Variant.VariantRef;

/**
 * What of each variant lies where in a shop.
 *
 * <p>All writes are absolute: <b>any of them may be repeated</b> as long as its value is still the newest, also after
 * OUTCOME_UNKNOWN. Nothing orders two writes to the same row by two threads: the caller sees that there is one at a time.
 *
 * <p>A variant that is gone is no failure but {@link Written#VARIANT_GONE} or an empty answer. A location that is gone is a
 * failure: REFUSED with STOCK_LOCATION_GONE.
 */
public interface ShopStock {

    /** Where the shop has stock; none in a shop that keeps it on its variants. */
    List<StockLocation> stockLocations();

    List<StockStatus> stockStatuses();

    /** The variant's stock at each location that has a row for it; empty when the variant is gone. */
    Optional<List<StockRow>> stocks(VariantRef variant);

    /**
     * Sets the variant's stock at a location.
     *
     * @param quantity may have decimals and be negative
     * @param statusId the stock status, set as it is; null to let the shop's own rules decide
     * @param statusIfNew the status of a row that the shop does not have yet, which it does not take without one; only used
     *     where {@code statusId} is null
     */
    Written putStock(
            VariantRef variant, long stockLocationId, BigDecimal quantity, @Nullable Long statusId, long statusIfNew);

    /**
     * Sets the stock of a variant in a shop without locations, and in others that of the one that web orders are sold from.
     *
     * @param sku what the variant is thought to be: the answer to this write, unlike that of others, names it
     * @param statusId the stock status; null leaves it
     */
    Written setVariantStock(VariantRef variant, String sku, int quantity, @Nullable Long statusId);

    /**
     * A place where the shop has stock.
     *
     * @param ecommerce whether web orders are sold from it; exactly one location has it
     * @param names in each language
     */
    record StockLocation(long stockLocationId, @Nullable String externalId, boolean ecommerce, List<String> names) {

        public StockLocation {
            names = List.copyOf(names);
        }
    }

    /**
     * A stock status of the shop.
     *
     * @param idCode only for standard ones; {@code inStock} is the only one that is known
     * @param buyable whether a product with it can be bought
     * @param inStock whether the shop shows such a product as in stock
     * @param stockoutNewStatusId what a product moves to by itself when its quantity runs out; it never moves back by itself
     * @param names in each language
     */
    record StockStatus(
            long stockStatusId,
            @Nullable String idCode,
            boolean buyable,
            boolean inStock,
            @Nullable Long stockoutNewStatusId,
            List<String> names) {

        public StockStatus {
            names = List.copyOf(names);
        }
    }

    /** A variant's stock at one location. Quantities may have decimals and be negative; null if the shop did not say. */
    record StockRow(
            long stockLocationId,
            @Nullable BigDecimal quantity,
            @Nullable Long stockStatusId) {}
}
