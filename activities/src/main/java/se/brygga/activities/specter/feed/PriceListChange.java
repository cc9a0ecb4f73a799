package se.brygga.activities.specter.feed;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price list and its changed rows, as the assumed adapter tells them (reference section 11).
 *
 * @param currency ISO 4217; null when not told
 * @param prices changed rows only
 */
public record PriceListChange(
        String priceListId, @Nullable String name, @Nullable String currency, boolean deleted, List<Price> prices) {

    public PriceListChange {
        prices = List.copyOf(prices);
    }

    /**
     * A price or a discount, or neither when it is deleted.
     *
     * @param fromQty the smallest quantity it holds for; 1 when not told
     * @param priceExclVat in the list's currency
     * @param discountPercent off the base price
     */
    public record Price(
            String articleNo,
            BigDecimal fromQty,
            boolean deleted,
            @Nullable BigDecimal priceExclVat,
            @Nullable BigDecimal discountPercent) {}
}
