package se.brygga.activities.store.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands in Specter, as far as it has told.
 *
 * @param deliveryStatus {@code D} is delivered; other codes are shown as they are (Specter reference O34)
 * @param statusId {@code 5} is cancelled; likewise
 * @param tracking of all parcels, in the order in which they became known
 * @param partDelivered something was delivered, but not all
 */
public record SpecterOrderState(
        @Nullable String deliveryStatus,
        @Nullable String statusId,
        List<String> tracking,
        boolean invoiced,
        boolean paid,
        boolean partDelivered) {

    /** Of an order that Specter has said nothing about. */
    public static final SpecterOrderState UNKNOWN = new SpecterOrderState(null, null, List.of(), false, false, false);

    public SpecterOrderState {
        tracking = List.copyOf(tracking);
    }

    /** Only this means that all of it was delivered: {@code updated="1"} comes with partial deliveries too (section 8). */
    public boolean delivered() {
        return "D".equals(deliveryStatus);
    }

    public boolean cancelled() {
        return "5".equals(statusId);
    }
}
