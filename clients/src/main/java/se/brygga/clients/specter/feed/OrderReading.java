package se.brygga.clients.specter.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.XmlElement;
import se.brygga.clients.specter.wire.XmlElement.UnreadableValue;
import se.brygga.workflows.attention.Phrase;

/** {@code orders} → {@code order} → {@code orderstatus} and {@code deliveries} → {@code delivery} (reference section 8). */
final class OrderReading extends FeedReading<OrderChange> {

    private final AssumedParts assumed;

    OrderReading(AssumedParts assumed) {
        this.assumed = assumed;
    }

    @Override
    public boolean isList(String element) {
        return element.equals("orders");
    }

    @Override
    public boolean isRow(String element) {
        return element.equals("order");
    }

    @Override
    void take(XmlElement row) {
        add(new OrderChange(
                orderNo(row), status(row, "deliveryStatus"), status(row, "statusId"), deliveries(row), invoices(row)));
    }

    /**
     * The order's invoices. If one cannot be read, the whole row is unreadable: nobody would know whether everything
     * invoiced is paid or credited.
     */
    private List<OrderChange.Invoice> invoices(XmlElement row) {
        List<String> lost = new ArrayList<>();
        List<OrderChange.Invoice> read = assumed.invoices(row, (name, why) -> {
            lost.add(name);
            notePart(row, id(row), Phrase.INVOICE.with(name), why);
        });
        return lost.isEmpty()
                ? read
                : read.stream()
                        .filter(invoice -> !invoice.credit())
                        .map(invoice -> new OrderChange.Invoice(invoice.invoiceId(), false, null, invoice.total()))
                        .toList();
    }

    @Override
    @Nullable
    String id(XmlElement row) {
        String orderNo = row.value("orderNo");
        return orderNo == null ? null : orderNo.replaceFirst("^0+(?=\\d)", "");
    }

    private static long orderNo(XmlElement row) {
        String orderNo = row.required("orderNo");
        if (!orderNo.matches("0*[1-9]\\d{0,17}")) {
            throw new UnreadableValue("orderNo");
        }
        return Long.parseLong(orderNo);
    }

    private static @Nullable String status(XmlElement row, String name) {
        return row.all("orderstatus")
                .map(status -> status.value(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static OrderChange.Deliveries deliveries(XmlElement row) {
        return new OrderChange.Deliveries(
                row.all("deliveries").anyMatch(deliveries -> deliveries.flag("updated")),
                row.all("delivery").findAny().isPresent(),
                row.all("delivery")
                        .map(delivery -> delivery.value("trackingNo"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                deliveredRows(row));
    }

    /**
     * An extra of some answers. Either all rows can be read or none counts, because a missing row would look like goods
     * not delivered.
     */
    private static List<OrderChange.Row> deliveredRows(XmlElement row) {
        try {
            return row.all("deliveryRow")
                    .map(part -> new OrderChange.Row(part.required("articleNo"), part.requiredDecimal("noOfItems")))
                    .toList();
        } catch (UnreadableValue notAsAssumed) {
            return List.of();
        }
    }
}
