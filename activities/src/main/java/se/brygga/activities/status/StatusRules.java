package se.brygga.activities.status;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.clients.shop.Named;
import se.brygga.clients.shop.OrderMarks.OrderState;
import se.brygga.clients.shop.ShopNames;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StatusSetup.Event;

/**
 * Finds the rule of the set-up for an event in Specter, and decides whether an order's status is written (Starweb
 * reference section 6). The same status is never written again, and an earlier one only by a rule. What a person has
 * set in the shop wins. Delivered and cancelled exclude each other: a delivered order goes back by a rule only, and a
 * cancelled one is never revived. Pure.
 */
final class StatusRules {

    private StatusRules() {}

    /** The rule of the set-up by which an event in Specter goes; empty when the shop is not told of such an event. */
    static Optional<StatusSetup.Rule> of(OrderEvent event, StatusSetup setup) {
        return eventOf(event).map(setup.rules()::get);
    }

    private static Optional<Event> eventOf(OrderEvent event) {
        return switch (event) {
            case DELIVERED, PARCELS -> Optional.of(Event.DELIVERED);
            case UNDONE -> Optional.of(Event.UNDONE);
            case INVOICED -> Optional.of(Event.INVOICED);
            case PAID -> Optional.of(Event.PAID);
            case CANCELLED -> Optional.of(Event.CANCELLED);
            case PART_DELIVERED -> Optional.empty();
        };
    }

    /** What to do about a wanted status. */
    enum Verdict {
        WRITE,
        /** Nothing: the order has the status. */
        ALREADY,
        /** Nothing: the order has come further in the shop, or another way. */
        SHOP_IS_FURTHER
    }

    static Verdict judge(OrderState now, ShopNames.OrderStatus wanted, StatusSetup.Rule rule, List<String> sequence) {
        if (now.statusId() == wanted.statusId()) {
            return Verdict.ALREADY;
        }
        if (now.cancelled()) {
            return Verdict.SHOP_IS_FURTHER;
        }
        if (rule.back()) {
            return Verdict.WRITE;
        }
        int place = place(sequence, new Named(now.statusId(), now.statusIdCode(), now.statusNames()));
        int target = place(sequence, Named.of(wanted));
        boolean ended = now.completed();
        return ended || (place >= 0 && target >= 0 && target < place) ? Verdict.SHOP_IS_FURTHER : Verdict.WRITE;
    }

    /**
     * The position of a status in the set-up's sequence; -1 for one that is not there, such as a status of the shop's
     * own.
     */
    private static int place(List<String> sequence, Named status) {
        return IntStream.range(0, sequence.size())
                .filter(i -> !Named.find(sequence.get(i), List.of(status)).isEmpty())
                .findFirst()
                .orElse(-1);
    }
}
