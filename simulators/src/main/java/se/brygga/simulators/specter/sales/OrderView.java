package se.brygga.simulators.specter.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.FeedView;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.specter.protocol.Markup;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.protocol.SpecterQuirk;
import se.brygga.simulators.specter.sales.Order.Invoice;
import se.brygga.simulators.specter.sales.SimOrder.Shipment;

/** The order feed (reference, section 8, and the invented invoices of section 11). A row is its finished element. */
final class OrderView implements FeedView<String> {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Quirks quirks;
    private final Orders orders;

    public OrderView(Quirks quirks, Orders orders) {
        this.quirks = quirks;
        this.orders = orders;
    }

    @Override
    public List<Item> all() {
        return orders.all().stream()
                .map(order -> new Item(order.key(), order.key()))
                .toList();
    }

    @Override
    public boolean isOf(String webshopId, String key) {
        SimOrder order = orders.byNumber(Long.parseLong(key));
        return order == null || order.head.webshopId().equals(webshopId);
    }

    @Override
    public Optional<String> row(String key, Set<String> aspects) {
        SimOrder order = orders.byNumber(Long.parseLong(key));
        if (order == null) {
            return Optional.empty();
        }
        boolean extended = quirks.is(FeedQuirk.EXTENDED, "true");
        Markup row = new Markup("order").attribute("orderNo", order.number);
        if (extended) {
            row.attribute("externalOrderNo", order.head.externalNo()).attribute("webshopId", order.head.webshopId());
        }
        row.child(new Markup("orderstatus")
                .attribute("deliveryStatus", deliveryStatus(order))
                .attribute("statusId", statusId(order)));
        Markup deliveries = new Markup("deliveries").attribute("updated", aspects.contains(Orders.DELIVERY) ? 1 : 0);
        order.shipments.forEach(shipment -> delivery(order, shipment, extended, deliveries));
        row.child(deliveries);
        if (quirks.is(SpecterQuirk.INVOICES, "on") && order.invoiced()) {
            Markup invoices = new Markup("invoices");
            order.invoices.forEach(invoice -> invoices.child(invoice(invoice)));
            row.child(invoices);
        }
        return Optional.of(row.toString());
    }

    private String deliveryStatus(SimOrder order) {
        boolean unknown = quirks.is(FeedQuirk.ORDER_CODES, "UNKNOWN");
        return switch (order.delivered()) {
            case NOT -> unknown ? "X1" : "N";
            case PARTLY -> unknown ? "X2" : "P";
            case ALL -> "D";
        };
    }

    private int statusId(SimOrder order) {
        int statusId = order.statusId();
        return statusId != 5 && quirks.is(FeedQuirk.ORDER_CODES, "UNKNOWN") ? 70 + statusId : statusId;
    }

    /**
     * One element for each parcel, and one without a number for a delivery that has none. What was in the delivery stands in the
     * first of its elements.
     */
    private static void delivery(SimOrder order, Shipment shipment, boolean extended, Markup deliveries) {
        List<String> numbers = shipment.trackingNos().isEmpty() ? List.of("") : shipment.trackingNos();
        List<SimOrder.Part> untold = new ArrayList<>(shipment.parts());
        for (String number : numbers) {
            Markup delivery = new Markup("delivery").attribute("trackingNo", number);
            if (extended) {
                delivery.attribute("deliveryDate", date(shipment.at())).attribute("carrier", order.head.carrier());
                untold.forEach(part -> delivery.child(new Markup("deliveryRow")
                        .attribute("articleNo", part.row().articleNo)
                        .attribute("noOfItems", part.quantity().toPlainString())));
                untold.clear();
            }
            deliveries.child(delivery);
        }
    }

    private Markup invoice(Invoice invoice) {
        BigDecimal left = invoice.total().subtract(invoice.paid());
        int paid = invoice.paid().signum() == 0 ? 0 : left.signum() > 0 ? 1 : 2;
        return new Markup("invoice")
                .attribute("invoiceId", invoice.id())
                .attribute("invoiceNo", invoice.id())
                .attribute("invoiceDate", date(invoice.at()))
                .attribute("dueDate", date(invoice.at().plusSeconds(30L * 24 * 3600)))
                .attribute("totalInclVat", Markup.number(invoice.total(), 2, quirks))
                .attribute("isCredit", invoice.credit() ? 1 : 0)
                .attribute("paidStatus", paid);
    }

    private static String date(Instant at) {
        return at.atZone(SWEDEN).toLocalDate().toString();
    }

    @Override
    public String xml(List<String> rows, SpecterParameters call, @Nullable String limit) {
        return Feeds.list("orders", String.join("", rows), limit, quirks);
    }
}
