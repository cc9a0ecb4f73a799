package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import se.brygga.clients.shop.catalogue.PriceList;
import se.brygga.clients.shop.catalogue.PriceRow;
import se.brygga.clients.shop.catalogue.SpecialPrice;
import se.brygga.clients.shop.catalogue.Tier;
import se.brygga.clients.shop.catalogue.VariantRef;
import se.brygga.clients.shop.catalogue.Written;

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
}
