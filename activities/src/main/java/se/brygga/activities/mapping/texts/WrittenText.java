package se.brygga.activities.mapping.texts;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of Brygga's own on an order in Specter or in a shop, or on a product of a shop. The merchant's staff and shoppers read them, in Swedish: they stand in
 * {@code written_sv.properties}.
 */
public enum WrittenText {
    DISCOUNT,
    /** How many percent, of what. */
    DISCOUNT_PERCENT,
    /** Of what. */
    DISCOUNT_AMOUNT,
    /** The shipping method's name, or nothing. */
    FREIGHT,
    FEE,
    ROUNDING,
    /** The shop's order number. */
    WEB_ORDER,
    /** The shop's order number, and the discount code. */
    WEB_ORDER_WITH_CODE,
    /** What the shopper wrote. */
    OF_SHOPPER,
    /** What was filled in at the checkout. */
    OF_CHECKOUT,
    /** A row that is nothing but text. */
    OF_ROW,
    /** What the shop's staff wrote. */
    OF_SHOP,
    /** What the shop's staff wrote for themselves. */
    INTERNAL,
    /** The numbers of parcels. */
    PARCELS,
    /** What variants are called that differ by a size. */
    VARIANT_SIZE,
    VARIANT_COLOUR,
    /** What variants are called of which nobody knows what they differ by. */
    VARIANT_OTHER;

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("se.brygga.activities.mapping.texts.written_sv", Locale.ROOT);

    private static final Pattern VALUE = Pattern.compile("\\{([0-9])}");

    /** @param values by their places, as <code>{0}</code> */
    public String with(Object... values) {
        return VALUE.matcher(TEXTS.getString(key()))
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(found.group(1))])));
    }

    /** The key in the files of texts: {@code web-order}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
