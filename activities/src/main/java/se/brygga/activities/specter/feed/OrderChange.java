package se.brygga.activities.specter.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands after a change (reference section 8).
 *
 * @param orderNo Specter's number
 * @param deliveryStatus {@code D} is delivered; other codes are not known (O34); null when not told
 * @param statusId {@code 5} is cancelled; other codes are not known (O34); null when not told
 * @param newlyDelivered something was delivered since the last pull; on a partial delivery too, so it does not mean that
 *     the order is delivered
 * @param trackingNos of all deliveries in the answer, without doubles
 * @param invoices told by the assumed adapter only, empty without it
 */
public record OrderChange(
        long orderNo,
        @Nullable String deliveryStatus,
        @Nullable String statusId,
        boolean newlyDelivered,
        List<String> trackingNos,
        List<Invoice> invoices) {

    public OrderChange {
        trackingNos = List.copyOf(trackingNos);
        invoices = List.copyOf(invoices);
    }

    /** @param paidStatus 0 no, 1 part, 2 full; null when not told */
    public record Invoice(
            String invoiceId, boolean credit, @Nullable Integer paidStatus) {}
}
