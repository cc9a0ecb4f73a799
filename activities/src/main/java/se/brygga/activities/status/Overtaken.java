package se.brygga.activities.status;

import java.util.List;
import java.util.Optional;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SpecterOrderState;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Finds events that Specter took back before the shop was told. An event can wait for days, for a person or in an
 * outage. Told after that, it would mail and charge the shopper for something untrue.
 *
 * <p>An undo takes back the delivery before it, with that one's parcels. The order's cancellation takes back everything
 * but that undo. The cancellation is itself taken back when the order is open again. For an order that is cancelled in
 * part {@link CancelledInPart} decides. An undo does not take back an invoice, which is credited or reverted by itself
 * (Specter reference section 10). Pure.
 */
final class Overtaken {

    private Overtaken() {}

    /**
     * Why an event is not told any more; empty when it is. It makes no difference whether the later event has a rule,
     * or is settled: the earlier one is untrue in both cases. A repeated delivery is an event of its own after that.
     *
     * @param ofOrder all callbacks of the order, oldest first
     * @param now the order's state in Specter. A trigger can tell of an invoice later than the journal of a
     *     cancellation, and a cancellation can be taken back. Empty when Specter has not told
     */
    static Optional<Detail> note(
            CallbackBook.Callback callback, List<CallbackBook.Callback> ofOrder, Optional<SpecterOrderState> now) {
        boolean gone = now.map(SpecterOrderState::cancelled)
                .orElseGet(() -> isFollowedBy(OrderEvent.CANCELLED, callback, ofOrder));
        return switch (callback.event()) {
            case DELIVERED, PARCELS -> {
                boolean undone = isFollowedBy(OrderEvent.UNDONE, callback, ofOrder);
                yield gone
                        ? cancelledMeanwhile()
                        : undone ? Optional.of(Phrase.UNDONE_MEANWHILE.with()) : Optional.empty();
            }
            case INVOICED, PAID -> gone ? cancelledMeanwhile() : Optional.empty();
            case UNDONE ->
                ofOrder.stream()
                        .filter(other -> other.id() < callback.id() && other.event() == OrderEvent.DELIVERED)
                        .reduce((earlier, latest) -> latest)
                        .filter(delivery -> delivery.state() == CallbackBook.State.OVERTAKEN)
                        .map(delivery -> Phrase.DELIVERY_NEVER_TOLD.with());
            case CANCELLED ->
                now.filter(state -> !state.cancelled()).map(state -> Phrase.CANCELLATION_TAKEN_BACK.with());
            case PART_DELIVERED -> Optional.empty();
        };
    }

    private static Optional<Detail> cancelledMeanwhile() {
        return Optional.of(Phrase.CANCELLED_MEANWHILE.with());
    }

    private static boolean isFollowedBy(
            OrderEvent later, CallbackBook.Callback callback, List<CallbackBook.Callback> ofOrder) {
        return ofOrder.stream().anyMatch(other -> other.id() > callback.id() && other.event() == later);
    }
}
