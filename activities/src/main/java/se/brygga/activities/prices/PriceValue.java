package se.brygga.activities.prices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A price as a shop holds it, excl. VAT, in its list's currency.
 *
 * @param price at four decimals, half-up: so many are sent (Starweb reference O-29)
 * @param special the offer, likewise; null for none
 */
public record PriceValue(BigDecimal price, @Nullable BigDecimal special) {

    private static final int DECIMALS = 4;

    public PriceValue {
        price = kept(price);
        special = special == null ? null : kept(special);
    }

    private static BigDecimal kept(BigDecimal price) {
        return price.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    public static PriceValue of(BigDecimal price) {
        return new PriceValue(price, null);
    }

    /** @return null for a row without a price */
    static @Nullable PriceValue ofNullable(@Nullable BigDecimal price, @Nullable BigDecimal special) {
        return price == null ? null : new PriceValue(price, special);
    }

    /** What a shopper pays. */
    public BigDecimal paid() {
        return special == null ? price : special;
    }

    /** Whether the goods are free, or would be after the offer. */
    public boolean isZero() {
        return price.signum() == 0 || paid().signum() == 0;
    }

    /**
     * Whether the shop has made this of {@code sent}: it may keep fewer decimals than it is sent (O-29).
     *
     * @param decimals that are kept at least
     */
    public boolean isShortOf(PriceValue sent, int decimals) {
        for (int kept = decimals; kept < DECIMALS; kept++) {
            BigDecimal offer = sent.special();
            PriceValue rounded = new PriceValue(
                    sent.price().setScale(kept, RoundingMode.HALF_UP),
                    offer == null ? null : offer.setScale(kept, RoundingMode.HALF_UP));
            if (equals(rounded)) {
                return true;
            }
        }
        return false;
    }

    /** As people read it: {@code 79.20}, {@code 100.00 (offer 70.00)}. */
    @Override
    public String toString() {
        BigDecimal offer = special;
        return plain(price) + (offer == null ? "" : " (offer " + plain(offer) + ")");
    }

    private static String plain(BigDecimal price) {
        BigDecimal shortest = price.stripTrailingZeros();
        return (shortest.scale() < 2 ? price.setScale(2, RoundingMode.HALF_UP) : shortest).toPlainString();
    }
}
