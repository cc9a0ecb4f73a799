package se.brygga.activities.status;

import java.util.List;
import java.util.Optional;
import se.brygga.activities.store.feed.CallbackBook;
import se.brygga.activities.store.feed.OrderEvent;

/**
 * What Specter has taken back before the shop was told of it. A delivery can wait for days, for a person or in an outage; told
 * after its undo it would mail and charge the shopper for goods that were not sent. Pure.
 */
final class Overtaken {

    private static final String UNDONE = "undone in Specter before the shop was told";
    private static final String CANCELLED = "cancelled in Specter before the shop was told";

    private Overtaken() {}

    /**
     * Why an event is not to be told any more; empty when it is. Whether the later one has a rule, or is settled, does not matter:
     * what it took back is not true in either case. A delivery that came again is an event of its own behind it.
     *
     * @param ofOrder all callbacks of the order, oldest first
     */
    static Optional<String> note(CallbackBook.Callback callback, List<CallbackBook.Callback> ofOrder) {
        return switch (callback.event()) {
            case DELIVERED, PARCELS ->
                ofOrder.stream()
                        .filter(other -> other.id() > callback.id())
                        .flatMap(later -> takesBack(later.event()).stream())
                        .findFirst();
            case UNDONE ->
                ofOrder.stream()
                        .filter(other -> other.id() < callback.id() && other.event() == OrderEvent.DELIVERED)
                        .reduce((earlier, latest) -> latest)
                        .filter(delivery -> UNDONE.equals(delivery.note()) || CANCELLED.equals(delivery.note()))
                        .map(delivery -> "the shop was never told of the delivery");
            case PART_DELIVERED, INVOICED, PAID, CANCELLED -> Optional.empty();
        };
    }

    private static Optional<String> takesBack(OrderEvent later) {
        return switch (later) {
            case UNDONE -> Optional.of(UNDONE);
            case CANCELLED -> Optional.of(CANCELLED);
            case DELIVERED, PART_DELIVERED, PARCELS, INVOICED, PAID -> Optional.empty();
        };
    }
}
