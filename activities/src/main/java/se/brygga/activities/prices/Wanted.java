package se.brygga.activities.prices;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.ShopPrices.SpecialPrice;

/** What one price in a shop should be. */
public sealed interface Wanted {

    /**
     * A price.
     *
     * @param special untouched where Specter says nothing of offers
     */
    record At(BigDecimal price, SpecialPrice special) implements Wanted {

        /** The shop's row after the write. */
        public PriceValue over(@Nullable PriceValue shows) {
            return switch (special) {
                case SpecialPrice.At(BigDecimal offer) -> new PriceValue(price, offer);
                case SpecialPrice.None() -> PriceValue.of(price);
                case SpecialPrice.Untouched() -> new PriceValue(price, shows == null ? null : shows.special());
            };
        }
    }

    /** No price, because Specter has removed it. */
    record Gone() implements Wanted {}
}
