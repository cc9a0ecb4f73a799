package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.Variant.VariantRef;

/**
 * The stock of each variant at each location of a shop.
 *
 * <p>All writes are absolute. So <b>any write may be repeated</b> while its value is the newest, also after
 * OUTCOME_UNKNOWN. Nothing orders two writes of two threads to the same row: the caller makes one write at a time.
 *
 * <p>A variant that does not exist is no failure: the answer is {@link Written#VARIANT_GONE}, or empty. A location that
 * does not exist is a failure: REFUSED with STOCK_LOCATION_GONE.
 */
public interface ShopStock {

    /** The locations where the shop has stock. Empty in a shop that keeps stock on its variants. */
    List<StockLocation> stockLocations();

    /** The stock statuses of the shop. */
    List<StockStatus> stockStatuses();

    /** The variant's stock at each location that has a row for it. Empty when the variant does not exist. */
    Optional<List<StockRow>> stocks(VariantRef variant);

    /**
     * Sets the variant's stock at a location.
     *
     * @param quantity may have decimals and be negative
     * @param statusId the stock status to set; null lets the shop's own rules decide
     * @param statusIfNew the status of a row that the shop does not have yet, because the shop creates no row without
     *     one. Used only where {@code statusId} is null
     */
    Written putStock(
            VariantRef variant, long stockLocationId, BigDecimal quantity, @Nullable Long statusId, long statusIfNew);

    /**
     * Sets the stock of a variant in a shop without locations. In other shops it sets the stock of the location that
     * web orders are sold from.
     *
     * @param sku the SKU that the variant should have; the answer to this write, unlike that of others, names the SKU
     *     that it has
     * @param statusId the stock status to set; null leaves the status unchanged
     */
    Written setVariantStock(VariantRef variant, String sku, int quantity, @Nullable Long statusId);

    /**
     * A place where the shop has stock.
     *
     * @param ecommerce whether web orders are sold from this location; true for exactly one
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
     * @param idCode only for standard statuses; {@code inStock} is the only one that is known
     * @param buyable whether a product with this status can be bought
     * @param inStock whether the shop shows such a product as in stock
     * @param stockoutNewStatusId the status that a product gets by itself when its quantity runs out; it never moves
     *     back by itself
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

    /**
     * A variant's stock at one location. Quantities may have decimals and be negative. Null means that the shop did not
     * say.
     */
    record StockRow(
            long stockLocationId,
            @Nullable BigDecimal quantity,
            @Nullable Long stockStatusId) {}
}
