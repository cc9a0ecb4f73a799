package se.brygga.cli.prices;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;

/** A price excl. VAT, in the currency of its list, and the offer if there is one. */
record Price(BigDecimal price, @Nullable BigDecimal special) {

    /** The price as people read it: {@code 100 (offer 80)}. */
    static String text(@Nullable Price price, Lines lines) {
        return price == null
                ? lines.say(Line.NO_PRICE)
                : price.special() == null
                        ? amount(price.price())
                        : lines.say(Line.PRICE_WITH_OFFER, amount(price.price()), amount(price.special()));
    }

    /**
     * A price list as people read it.
     *
     * @param name null or empty when the shop did not tell the name
     */
    static String list(long id, @Nullable String name) {
        return name == null || name.isBlank() ? Long.toString(id) : name + " (" + id + ")";
    }

    private static String amount(BigDecimal amount) {
        return String.valueOf(Output.number(amount));
    }
}
