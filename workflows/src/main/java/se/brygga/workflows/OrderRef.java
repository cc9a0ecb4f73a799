package se.brygga.workflows;

import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * One order of one shop.
 *
 * @param orderId Starweb's {@code orderId}, unique within the shop and the number the shopper sees
 */
public record OrderRef(ShopRef shop, long orderId) {

    public OrderRef {
        if (orderId <= 0) {
            throw Reason.NUMBER_NOT_ALLOWED.refused(orderId);
        }
    }

    public static OrderRef of(String tenant, String shop, long orderId) {
        return new OrderRef(new ShopRef(tenant, shop), orderId);
    }

    /** {@code tenant/shop/orderId}: the tail of workflow ids. */
    @Override
    public String toString() {
        return shop + "/" + orderId;
    }

    /**
     * The inverse of {@link #toString()}.
     *
     * @throws RequestRefused the text is not {@code tenant/shop/orderId}
     */
    public static OrderRef parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw Reason.NO_ORDER_FORM.refused(text);
        }
        try {
            return of(parts[0], parts[1], Long.parseLong(parts[2]));
        } catch (NumberFormatException malformed) {
            throw Reason.NO_ORDER_FORM.refused(text);
        }
    }
}
