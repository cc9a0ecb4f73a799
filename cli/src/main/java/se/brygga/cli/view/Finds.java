package se.brygga.cli.view;

import java.util.List;

/** What a search has found, by why it was found. */
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
     * @param more whether there are more than these
     */
    public record Group(By by, List<OrderLine> orders, boolean more) {}
}
