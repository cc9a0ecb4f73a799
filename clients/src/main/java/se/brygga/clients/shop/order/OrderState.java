package se.brygga.clients.shop.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a callback may have changed on an order: asked for before a change, to skip what is there already, and after it, to
 * see that it took effect.
 *
 * @param statusIdCode {@code created}, {@code picking}, {@code completed}, {@code canceled}; null for a custom status, and
 *     when the status did not come along
 * @param statusNames in each language that came along
 * @param paymentStatus of the payment method's transaction; only {@code reserved} is known, others occur
 * @param trackerType see {@link se.brygga.clients.shop.ShopNames#trackingTypes()}
 */
public record OrderState(
        long statusId,
        @Nullable String statusIdCode,
        List<String> statusNames,
        @Nullable String paymentStatus,
        @Nullable Integer trackerType,
        @Nullable String trackingNo) {

    public OrderState {
        statusNames = List.copyOf(statusNames);
    }

    /** Whether the order is cancelled in the shop. */
    public boolean cancelled() {
        return ShopOrder.Status.isCancelled(statusIdCode);
    }

    /** Whether the shop has ended the order as delivered. */
    public boolean completed() {
        return ShopOrder.Status.COMPLETED.equals(statusIdCode);
    }

    /** Whether the money is reserved, and not captured yet. */
    public boolean paymentReserved() {
        return "reserved".equals(paymentStatus);
    }
}
