package se.brygga.activities.prices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A price as a shop holds it, excl. VAT, in its list's currency.
 *
 * @param price at four decimals, half-up, as it is sent (Starweb reference O-29)
 * @param special the offer, rounded likewise; null for none
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

    /** The price that a shopper pays. */
    public BigDecimal paid() {
        return special == null ? price : special;
    }

    /** Whether the goods are free, now or after the offer. */
    public boolean isZero() {
        return price.signum() == 0 || paid().signum() == 0;
    }

    /**
     * Whether this is {@code sent} with fewer decimals, because the shop may keep fewer than it is sent (O-29).
     *
     * @param decimals the least number of decimals that a shop keeps
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

    /** The price as people read it: {@code 79.20}, {@code 100.00 (offer 70.00)}. */
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
