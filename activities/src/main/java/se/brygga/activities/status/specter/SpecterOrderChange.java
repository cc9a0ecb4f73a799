package se.brygga.activities.status.specter;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.feed.OrderChange;

/** Computes an order's state from the earlier state and the journal's change. Pure. */
final class SpecterOrderChange {

    private static final int PAID_IN_FULL = 2;

    private SpecterOrderChange() {}

    static SpecterOrderState after(SpecterOrderState before, OrderChange change) {
        String delivery = change.deliveryStatus() == null ? before.deliveryStatus() : change.deliveryStatus();
        boolean delivered = SpecterOrderState.DELIVERED.equals(delivery);
        boolean part = !delivered && partIsOut(before, change);
        // The parcels of a delivery that was taken back are not those of the next one.
        boolean undone = (before.delivered() && !delivered) || (before.partDelivered() && !part && !delivered);
        Set<String> tracking = new LinkedHashSet<>(undone ? List.of() : before.tracking());
        tracking.addAll(change.deliveries().trackingNos());
        List<OrderChange.Invoice> invoices =
                change.invoices().stream().filter(invoice -> !invoice.credit()).toList();
        return new SpecterOrderState(
                delivery,
                change.statusId() == null ? before.statusId() : change.statusId(),
                List.copyOf(tracking),
                before.invoiced() || !invoices.isEmpty(),
                before.paid() || isPaid(invoices),
                part,
                change.invoices().isEmpty() ? before.credited() : isCredited(change.invoices()),
                rows(undone ? List.of() : before.rows(), change.deliveries()));
    }

    /**
     * Whether a part of an order has left that is not delivered in full. The codes for "not" and "partly" are unknown
     * (O34); only that both exist is known. So a part that was out is back when the code changes. A part that is called
     * new, and not listed, is back when the code is the one from before it.
     *
     * <p>One code after another, with nothing said of deliveries, is read as "partly" after "not". If that is wrong, a
     * cancellation waits for a person without need.
     */
    private static boolean partIsOut(SpecterOrderState before, OrderChange change) {
        if (change.deliveries().listed()) {
            return true;
        }
        @Nullable String code = change.deliveryStatus();
        boolean sameCode = code == null || code.equals(before.deliveryStatus());
        if (before.partDelivered()) {
            return sameCode;
        }
        boolean otherCode = !sameCode && before.deliveryStatus() != null && !before.delivered();
        return otherCode || (change.deliveries().updated() && (code == null || !sameCode));
    }

    private static boolean isPaid(List<OrderChange.Invoice> invoices) {
        return !invoices.isEmpty()
                && invoices.stream()
                        .allMatch(invoice -> Integer.valueOf(PAID_IN_FULL).equals(invoice.paidStatus()));
    }

    /** Whether everything is credited. A credit without its sum, or without its invoice, may be one of a part. */
    private static boolean isCredited(List<OrderChange.Invoice> all) {
        if (all.stream().allMatch(OrderChange.Invoice::credit)) {
            return false;
        }
        BigDecimal left = BigDecimal.ZERO;
        for (OrderChange.Invoice invoice : all) {
            BigDecimal total = invoice.total();
            if (total == null) {
                return false;
            }
            left = invoice.credit() ? left.subtract(total.abs()) : left.add(total);
        }
        return left.signum() <= 0;
    }

    /** The delivered rows. An answer lists all deliveries, so its rows replace the known ones. */
    private static List<SpecterOrderState.Row> rows(
            List<SpecterOrderState.Row> before, OrderChange.Deliveries deliveries) {
        if (deliveries.rows().isEmpty()) {
            return deliveries.listed() ? List.of() : before;
        }
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        deliveries.rows().forEach(row -> sums.merge(row.articleNo(), row.quantity(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> new SpecterOrderState.Row(sum.getKey(), sum.getValue()))
                .toList();
    }
}
