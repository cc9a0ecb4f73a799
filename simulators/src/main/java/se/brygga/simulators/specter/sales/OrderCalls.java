package se.brygga.simulators.specter.sales;

import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.protocol.SimRefusal;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.protocol.SpecterQuirk;

/** The invented calls about an order that is there. */
final class OrderCalls {

    private final Orders orders;
    private final Quirks quirks;

    OrderCalls(Orders orders, Quirks quirks) {
        this.orders = orders;
        this.quirks = quirks;
    }

    /** The invented {@code orderInvoiceSubmit} (O4). */
    long invoice(SpecterParameters p) {
        long orderNo = p.whole("orderNo");
        p.refuseUnknown();
        if (quirks.is(SpecterQuirk.INVOICES, "off")) {
            throw SimRefusal.unknownAction();
        }
        SimOrder order = orders.byNumber(orderNo);
        if (order == null || order.invoiced() || order.cancelled) {
            throw new SimRefusal(SimRefusal.Reason.BATCH, "Ordern kan inte faktureras");
        }
        return orders.invoice(orderNo);
    }

    /** The invented {@code orderCancelSubmit} (reference, section 11). */
    long cancel(SpecterParameters p) {
        long orderNo = p.whole("orderNo");
        p.refuseUnknown();
        if (quirks.is(SpecterQuirk.CANCEL, "off")) {
            throw SimRefusal.unknownAction();
        }
        SimOrder order = orders.byNumber(orderNo);
        if (order == null || order.invoiced()) {
            throw new SimRefusal(SimRefusal.Reason.BATCH, "Ordern kan inte annulleras");
        }
        if (!order.cancelled) {
            orders.cancel(orderNo);
        }
        return orderNo;
    }
}
