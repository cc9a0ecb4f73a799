package se.brygga.activities.status;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.brygga.activities.mapping.Translation;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.status.StatusReport.CallbackOutcome;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.activities.status.specter.SpecterOrderState;
import se.brygga.clients.specter.order.SpecterOrder;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Decides about an order that is cancelled in Specter although a part of it was delivered or invoiced. Specter then
 * cancels only the rest (Specter reference section 10). A shop has one status for the whole order, so a person must
 * decide what it shows.
 */
final class CancelledInPart {

    private final SpecterOrderBook specterOrders;
    private final OrderBook orders;
    private final OrderCodec codec;

    CancelledInPart(SpecterOrderBook specterOrders, OrderBook orders, OrderCodec codec) {
        this.specterOrders = specterOrders;
        this.orders = orders;
        this.codec = codec;
    }

    /**
     * Why an event waits and is not told; empty when the order is not cancelled in part. The cancellation itself always
     * waits. Another event waits only if it became known after the shop was told of the cancellation. Otherwise the
     * cancellation's question covers it.
     *
     * @param ofOrder all callbacks of the order, oldest first
     */
    Optional<CallbackOutcome> judge(CallbackBook.Callback callback, List<CallbackBook.Callback> ofOrder) {
        Optional<SpecterOrderState> state = specterOrders
                .of(callback.order())
                .filter(SpecterOrderState::cancelled)
                .filter(SpecterOrderState::outlivesCancellation);
        return state.filter(now -> asks(callback, ofOrder))
                .map(now -> new CallbackOutcome.Parked(Cause.CANCELLED_IN_PART, detail(callback, ofOrder, now)));
    }

    private static boolean asks(CallbackBook.Callback callback, List<CallbackBook.Callback> ofOrder) {
        return switch (callback.event()) {
            case CANCELLED -> true;
            case DELIVERED, PART_DELIVERED, PARCELS, INVOICED, PAID ->
                cancellation(ofOrder)
                        .filter(cancelled -> switch (cancelled.state()) {
                            case REPORTED, NOTED, OVERTAKEN -> true;
                            case PENDING, WAITING, SKIPPED -> false;
                        })
                        .isPresent();
            case UNDONE -> false;
        };
    }

    private static Optional<CallbackBook.Callback> cancellation(List<CallbackBook.Callback> ofOrder) {
        return ofOrder.stream()
                .filter(other -> other.event() == OrderEvent.CANCELLED)
                .reduce((earlier, latest) -> latest);
    }

    private Detail detail(
            CallbackBook.Callback callback, List<CallbackBook.Callback> ofOrder, SpecterOrderState state) {
        Detail said = Phrase.CANCELLED_IN_SPECTER
                .with()
                .and(delivered(callback.order(), state))
                .and(invoiced(state))
                .and(state.paid() ? Phrase.PAID : Phrase.NOT_PAID);
        if (!state.tracking().isEmpty()) {
            said = said.and(Phrase.PARCELS.with(state.tracking().size()));
        }
        boolean told = cancellation(ofOrder)
                .filter(cancelled -> cancelled.state() == CallbackBook.State.REPORTED || cancelled.sentAt() != null)
                .isPresent();
        return said.and(told ? Phrase.SHOP_MAY_SHOW_CANCELLED : Phrase.SHOP_WAS_NOT_TOLD);
    }

    private static Phrase invoiced(SpecterOrderState state) {
        if (!state.invoiced()) {
            return Phrase.NOT_INVOICED;
        }
        return state.credited() ? Phrase.INVOICED_AND_CREDITED : Phrase.INVOICED_NOT_CREDITED;
    }

    private Detail delivered(OrderRef order, SpecterOrderState state) {
        if (state.delivered()) {
            return Phrase.ALL_DELIVERED.with();
        }
        if (!state.partDelivered()) {
            return Phrase.NOTHING_DELIVERED.with();
        }
        return state.rows().isEmpty()
                ? Phrase.PART_DELIVERED.with()
                : Phrase.DELIVERED.with(listed(state.rows()), notDelivered(order, state));
    }

    private Detail notDelivered(OrderRef order, SpecterOrderState state) {
        Map<String, BigDecimal> delivered = new HashMap<>();
        state.rows().forEach(row -> delivered.merge(Sku.key(row.articleNo()), row.quantity(), BigDecimal::add));
        List<SpecterOrderState.Row> left = new ArrayList<>();
        for (SpecterOrder.Row sent : sent(order)) {
            String sku = Sku.key(sent.articleNo());
            BigDecimal out = delivered.getOrDefault(sku, BigDecimal.ZERO).min(sent.quantity());
            delivered.computeIfPresent(sku, (article, all) -> all.subtract(out));
            if (sent.quantity().compareTo(out) > 0) {
                left.add(new SpecterOrderState.Row(
                        sent.articleNo(), sent.quantity().subtract(out)));
            }
        }
        return left.isEmpty() ? Phrase.THE_REST.with() : listed(left);
    }

    /** The rows that were sent; empty for an order that somebody entered in Specter by hand. */
    private List<SpecterOrder.Row> sent(OrderRef order) {
        return orders.content()
                .draft(order)
                .map(codec::draft)
                .map(Translation.Draft::order)
                .map(SpecterOrder::rows)
                .orElse(List.of());
    }

    private static Detail listed(List<SpecterOrderState.Row> rows) {
        return Detail.list(rows.stream().map(Detail::value).toList());
    }
}
