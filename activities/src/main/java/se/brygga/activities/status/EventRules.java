package se.brygga.activities.status;

import java.util.Optional;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StatusSetup.Event;

/** Finds the rule of the set-up for an event in Specter. Pure. */
final class EventRules {

    private EventRules() {}

    /** The rule; empty when the shop is not told of such an event. */
    public static Optional<StatusSetup.Rule> of(OrderEvent event, StatusSetup setup) {
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
}
