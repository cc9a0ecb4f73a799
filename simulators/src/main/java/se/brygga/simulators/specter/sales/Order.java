package se.brygga.simulators.specter.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order as it is now.
 *
 * @param total including VAT, as Specter computes it
 * @param statusId 1 open, 2 partly delivered, 3 delivered, 4 invoiced, 5 cancelled
 */
public record Order(
        long number,
        String externalNo,
        String webshopId,
        long customerId,
        String currency,
        String payType,
        String payReference,
        List<Row> rows,
        BigDecimal total,
        Delivered delivered,
        int statusId,
        List<Delivery> deliveries,
        List<Invoice> invoices) {

    /** How much of an order has been delivered. */
    public enum Delivered {
        NOT,
        PARTLY,
        ALL
    }

    /** A row as it was sent, and how much of it was delivered. */
    public record Row(
            String articleNo,
            String name,
            BigDecimal price,
            BigDecimal quantity,
            int vatPercent,
            BigDecimal delivered) {}

    /** One delivery; each number is a parcel. */
    public record Delivery(long id, Instant at, List<String> trackingNos) {}

    /** @param total including VAT, negative for a credit */
    public record Invoice(long id, Instant at, BigDecimal total, boolean credit, BigDecimal paid) {}

    /** Of all its deliveries. */
    public List<String> trackingNos() {
        return deliveries.stream()
                .flatMap(delivery -> delivery.trackingNos().stream())
                .toList();
    }
}
