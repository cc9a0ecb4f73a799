package se.brygga.clients.specter.feed;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of an order in Specter after a change (reference section 8).
 *
 * @param orderNo Specter's number
 * @param deliveryStatus {@code D} is delivered; other codes are not known (O34); null when not told
 * @param statusId {@code 5} is cancelled; other codes are not known (O34); null when not told
 * @param invoices told by the assumed adapter only, empty without it
 */
public record OrderChange(
        long orderNo,
        @Nullable String deliveryStatus,
        @Nullable String statusId,
        Deliveries deliveries,
        List<Invoice> invoices) {

    public OrderChange {
        invoices = List.copyOf(invoices);
    }

    /**
     * What the answer says of the order's deliveries.
     *
     * @param updated something was delivered since the last pull; true after a partial delivery too, so it does not
     *     mean that the order is delivered
     * @param listed the answer names a delivery, with or without a parcel's number
     * @param trackingNos of all deliveries, without doubles
     * @param rows what the deliveries held; empty in the bare form of the answer (O35)
     */
    public record Deliveries(boolean updated, boolean listed, List<String> trackingNos, List<Row> rows) {

        public Deliveries {
            trackingNos = List.copyOf(trackingNos);
            rows = List.copyOf(rows);
        }

        /** Deliveries in the bare form of the answer, where each delivery has a parcel's number. */
        public static Deliveries bare(boolean updated, List<String> trackingNos) {
            return new Deliveries(updated, !trackingNos.isEmpty(), trackingNos, List.of());
        }
    }

    /** A delivered quantity of an article. */
    public record Row(String articleNo, BigDecimal quantity) {}

    /**
     * One invoice or credit.
     *
     * @param paidStatus 0 no, 1 part, 2 full; null when not told
     * @param total including VAT; null when not told
     */
    public record Invoice(
            String invoiceId,
            boolean credit,
            @Nullable Integer paidStatus,
            @Nullable BigDecimal total) {}
}
