package se.brygga.activities.status.specter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import se.brygga.activities.sql.Sql;

/** What can have happened to an order in Specter. Constants are stored: they may be added, never renamed. */
public enum OrderEvent {
    DELIVERED,
    /** Some of it; the shop has no word for that, so it is shown to operators only. */
    PART_DELIVERED,
    /** Further tracking numbers of a delivered order. */
    PARCELS,
    /** A delivery was taken back. */
    UNDONE,
    INVOICED,
    PAID,
    CANCELLED;

    /** As it stands in the database and on the command line: {@code part-delivered}. */
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
     * What has happened between two states, in the order in which the shop should hear of it. The journal tells states, not
     * events, so the same batch read twice gives nothing the second time.
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
