package se.brygga.starter.desk.prices;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.prices.PriceValue;

/**
 * A price excl. VAT, in the currency of its list.
 *
 * @param special the offer; null for none
 */
public record Price(BigDecimal price, @Nullable BigDecimal special) {

    public Price {
        Objects.requireNonNull(price, "price");
    }

    static @Nullable Price of(@Nullable PriceValue value) {
        return value == null ? null : new Price(value.price(), value.special());
    }

    static boolean same(@Nullable Price one, @Nullable Price other) {
        return Objects.equals(value(one), value(other));
    }

    private static @Nullable PriceValue value(@Nullable Price price) {
        return price == null ? null : new PriceValue(price.price, price.special);
    }

    /** The price without superfluous decimals, and the offer: {@code 100 (offer 80)}. */
    @Override
    public String toString() {
        return new PriceValue(price, special).toString();
    }
}
