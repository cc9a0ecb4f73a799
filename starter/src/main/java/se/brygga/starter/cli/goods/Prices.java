package se.brygga.starter.cli.goods;

import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.prices.Price;

/** How prices and their lists look to a person. */
final class Prices {

    private Prices() {}

    /** With the offer, where there is one. */
    static String price(@Nullable Price price) {
        return price == null ? "none" : price.toString();
    }

    /** @param name null or empty when the shop did not tell it */
    static String list(long id, @Nullable String name) {
        return name == null || name.isBlank() ? Long.toString(id) : name + " (" + id + ")";
    }
}
