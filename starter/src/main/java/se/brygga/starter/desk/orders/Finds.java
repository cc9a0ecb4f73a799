package se.brygga.starter.desk.orders;

import java.util.List;
import se.brygga.starter.desk.Word;

/**
 * What a search has found, by why it was found. An order that fits for several reasons stands in several groups.
 *
 * @param groups only those in which something was found
 */
public record Finds(List<Group> groups) {

    /** What an order was found by. */
    public enum By implements Word {
        ORDER_NUMBER,
        SPECTER_NUMBER,
        PARCEL,
        PAYMENT_REFERENCE,
        SKU,
        EMAIL,
        PHONE,
        NAME
    }

    /**
     * Orders that were found for one reason, newest first.
     *
     * @param more whether there are more than the limit of the search lets through
     */
    public record Group(By by, List<OrderLine> orders, boolean more) {}
}
