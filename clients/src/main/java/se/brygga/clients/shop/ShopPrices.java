package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.Variant.VariantRef;

/**
 * A shop's price lists. What {@link ShopStock} says of writes, and of variants that do not exist, holds here too. A
 * list or row that does not exist is REFUSED with PRICE_ROW_GONE.
 */
public interface ShopPrices {

    /** All price lists of the shop, in use or not. */
    List<PriceList> priceLists();

    /** The variant's row in each price list that has one. Empty when the variant does not exist. */
    Optional<List<PriceRow>> prices(VariantRef variant);

    /**
     * Sets the variant's price in a list. Creates the row if there is none.
     *
     * @param priceExVat excluding VAT, not negative; kept with four decimals or fewer, rounded half-up
     */
    Written putPrice(VariantRef variant, long priceListId, BigDecimal priceExVat, SpecialPrice special);

    /** Removes the variant's price from a list. A row or variant that does not exist counts as removed. */
    void deletePrice(VariantRef variant, long priceListId);

    /**
     * The variant's tiers in a price list. Empty also when the list has no row for the variant, or the shop no such
     * variant.
     */
    List<Tier> tiers(VariantRef variant, long priceListId);

    /**
     * Sets one tier of an existing price row. The price is rounded as in {@link #putPrice}.
     *
     * @throws se.brygga.clients.remote.RemoteFailure REFUSED with PRICE_ROW_GONE when the shop has the variant but not
     *     the row
     */
    Written putTier(VariantRef variant, long priceListId, Tier tier);

    /** Removes one tier. A tier that does not exist counts as removed. */
    void deleteTier(VariantRef variant, long priceListId, int quantity);

    /**
     * A price list. There are three kinds: the master; a country's list (no parent, own currency); a customer group's
     * list. The last has a parent, from which it takes prices that it lacks.
     *
     * @param master true for exactly one list, whatever its id
     * @param active activation sets all prices of a list to 0 (Starweb reference section 8)
     */
    record PriceList(
            long priceListId,
            boolean master,
            boolean active,
            @Nullable String currencyCode,
            @Nullable Long parentPriceListId,
            @Nullable String name,
            @Nullable String externalId) {}

    /**
     * A variant's price in one list, excluding VAT, in the list's currency.
     *
     * @param specialPriceExVat null when there is no offer
     */
    record PriceRow(
            long priceListId,
            BigDecimal priceExVat,
            @Nullable BigDecimal specialPriceExVat) {}

    /**
     * A lower price for larger purchases.
     *
     * @param quantity the smallest quantity with this price, at least 2
     * @param priceExVat per unit, excluding VAT, in the list's currency
     */
    record Tier(int quantity, BigDecimal priceExVat) {}

    /** What a write says of a variant's offer price. Saying nothing and saying "no offer" are two things. */
    sealed interface SpecialPrice {

        /** The offer price, excluding VAT. */
        record At(BigDecimal priceExVat) implements SpecialPrice {}

        /** There is no offer. An existing offer ends. */
        record None() implements SpecialPrice {}

        /** The shop keeps the offer that it has, because the merchant edits offers by hand. */
        record Untouched() implements SpecialPrice {}
    }
}
