package se.brygga.clients.starweb.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One shop's variants, stock and prices (reference sections 3, 7 to 9). Shares token and request budget with the shop's
 * {@link se.brygga.clients.starweb.StarwebClient}, and may be used by many threads at a time.
 *
 * <p>All writes are absolute: <b>any of them may be repeated</b> as long as its value is still the newest, also after
 * OUTCOME_UNKNOWN. Nothing orders two writes to the same row by two threads: the caller sees that there is one at a time.
 *
 * <p>All calls throw {@link se.brygga.clients.remote.RemoteFailure} as the order client does. A variant that is gone is no
 * failure but {@link Written#VARIANT_GONE} or an empty answer. Something else in the path that is gone, is one: REFUSED with
 * {@code stock-location-gone} or {@code price-row-gone}.
 */
public interface StarwebCatalogue {

    /**
     * One page of all products by product id, hidden ones too, each with its primary variant.
     *
     * @param page from 1; a page past the end is empty
     */
    VariantPage products(int page);

    /**
     * The same of those products that the shop says have changed. Whether a variant's new SKU counts as a change of its product
     * is unknown (O-28), and so is whether its stock does: only a sweep over all of them misses nothing.
     */
    VariantPage productsChangedSince(Instant since, int page);

    /**
     * All variants of a product; none when the shop has no such product (any more). Those without an id or a SKU are left
     * out: nothing links them to an article.
     */
    List<Variant> variants(long productId);

    /** One variant; empty when it is gone, or has no SKU (any more). */
    Optional<Variant> variant(VariantRef variant);

    /**
     * The variant with this SKU; one that differs in upper and lower case is the same one (O-23), as far as the shop finds it.
     *
     * <p>Whether the shop looks at other than primary variants is unknown (O-24): empty means "not found", and only a sweep
     * over {@link #products} and {@link #variants} means "not there". A SKU that no shop can hold (other than A-Z a-z 0-9 dot
     * underscore hyphen, or longer than 40) is not asked for.
     *
     * @throws se.brygga.clients.remote.RemoteFailure REFUSED with SKU_NOT_UNIQUE when several variants have it
     */
    Optional<Variant> findBySku(String sku);

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
     * Hides a variant from customers or shows it to them, and leaves everything else as it is (reference section 7.2, step 7). Of a
     * product with several variants, the others stay as they are.
     *
     * @param sku what the variant is thought to be: the answer names it
     */
    Written setVisibility(VariantRef variant, String sku, Variant.Visibility visibility);

    List<PriceList> priceLists();

    /** The variant's row in each price list that has one for it; empty when the variant is gone. */
    Optional<List<PriceRow>> prices(VariantRef variant);

    /**
     * Sets the variant's price in a list, and makes the row if there is none.
     *
     * @param priceExVat excluding VAT, not negative; sent with four decimals, rounded half-up
     */
    Written putPrice(VariantRef variant, long priceListId, BigDecimal priceExVat, SpecialPrice special);

    /** Takes the variant's price out of a list. What is gone already, or the whole variant, counts as done. */
    void deletePrice(VariantRef variant, long priceListId);

    /** The variant's tiers in a price list; none also when there is no price row to have some, or no variant. */
    List<Tier> tiers(VariantRef variant, long priceListId);

    /** Sets one tier of a price row that is there already. The price is sent as in {@link #putPrice}. */
    Written putTier(VariantRef variant, long priceListId, Tier tier);

    /** Takes one tier away. What is gone already counts as done. */
    void deleteTier(VariantRef variant, long priceListId, int quantity);
}
