package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.Variant.VariantRef;

/** A shop's price lists. Of writes and of variants that are gone holds what {@link ShopStock} says; a list or row can be PRICE_ROW_GONE. */
public interface ShopPrices {

    List<PriceList> priceLists();

    /** The variant's row in each price list that has one for it; empty when the variant is gone. */
    Optional<List<PriceRow>> prices(VariantRef variant);

    /**
     * Sets the variant's price in a list, and makes the row if there is none.
     *
     * @param priceExVat excluding VAT, not negative; kept with four decimals or fewer, rounded half-up
     */
    Written putPrice(VariantRef variant, long priceListId, BigDecimal priceExVat, SpecialPrice special);

    /** Takes the variant's price out of a list. What is gone already, or the whole variant, counts as done. */
    void deletePrice(VariantRef variant, long priceListId);

    /** The variant's tiers in a price list; none also when there is no price row to have some, or no variant. */
    List<Tier> tiers(VariantRef variant, long priceListId);

    /**
     * Sets one tier of a price row that is there already. The price is kept as in {@link #putPrice}.
     *
     * @throws se.brygga.clients.remote.RemoteFailure REFUSED with PRICE_ROW_GONE when the variant is there and its row is not
     */
    Written putTier(VariantRef variant, long priceListId, Tier tier);

    /** Takes one tier away. What is gone already counts as done. */
    void deleteTier(VariantRef variant, long priceListId, int quantity);

    /**
     * A price list: the master, a country's (no parent, own currency) or a customer group's (with a parent; what it lacks is
     * taken from there).
     *
     * @param master exactly one list is it, whatever its number
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
     * @param quantity from how many it holds, at least 2
     * @param priceExVat per unit, excluding VAT, in the list's currency
     */
    record Tier(int quantity, BigDecimal priceExVat) {}

    /** What a write says of a variant's offer price. To say nothing and to say "no offer" are two things. */
    sealed interface SpecialPrice {

        /** The offer, excluding VAT. */
        record At(BigDecimal priceExVat) implements SpecialPrice {}

        /** There is no offer; one that is there ends. */
        record None() implements SpecialPrice {}

        /** Whatever the shop has stays: the merchant keeps offers by hand. */
        record Untouched() implements SpecialPrice {}
    }
}
