package se.brygga.activities.status.specter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import se.brygga.activities.sql.Sql;

/** What can happen to an order in Specter. Constants are stored. They may be added, never renamed. */
public enum OrderEvent {
    DELIVERED,
    /** A part was delivered. The shop has no status for that, so only operators see it. */
    PART_DELIVERED,
    /** Further tracking numbers of a delivered order. */
    PARCELS,
    /** A delivery was taken back. */
    UNDONE,
    INVOICED,
    PAID,
    CANCELLED;

    /** The word in the database and on the command line: {@code part-delivered}. */
    public String code() {
        return Sql.code(this);
    }

    /**
     * The inverse of {@link #code()}.
     *
     * @throws IllegalArgumentException there is no such event; the text says which there are
     */
    public static OrderEvent ofCode(String code) {
        for (OrderEvent event : values()) {
            if (event.code().equals(code)) {
                return event;
            }
        }
        throw new IllegalArgumentException("no such event: \"" + code + "\"; there are "
                + Arrays.stream(values()).map(OrderEvent::code).collect(Collectors.joining(", ")));
    }

    /**
     * The events between two states, in the order in which the shop should hear of them. The journal tells states and
     * not events, so the same batch read twice gives none the second time.
     */
    static List<OrderEvent> between(SpecterOrderState before, SpecterOrderState now) {
        List<OrderEvent> events = new ArrayList<>();
        boolean moreParcels = !before.tracking().containsAll(now.tracking());
        if (before.delivered() && !now.delivered()) {
            events.add(UNDONE);
        } else if (!before.delivered() && now.delivered()) {
            events.add(DELIVERED);
        } else if (now.delivered() && moreParcels) {
            events.add(PARCELS);
        } else if (now.partDelivered() && (!before.partDelivered() || moreParcels)) {
            events.add(PART_DELIVERED);
        }
        if (now.invoiced() && !before.invoiced()) {
            events.add(INVOICED);
        }
        if (now.paid() && !before.paid()) {
            events.add(PAID);
        }
        if (now.cancelled() && !before.cancelled()) {
            events.add(CANCELLED);
        }
        return events;
    }
}
