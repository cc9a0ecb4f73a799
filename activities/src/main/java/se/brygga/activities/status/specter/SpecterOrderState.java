package se.brygga.activities.status.specter;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of an order in Specter, as far as Specter has told.
 *
 * @param deliveryStatus {@link #DELIVERED}; other codes are shown unchanged (Specter reference O34)
 * @param statusId {@link #CANCELLED}; other codes are shown unchanged
 * @param tracking numbers of all parcels, in the order in which they became known
 * @param invoiced all or a part of the order was invoiced
 * @param partDelivered something was delivered, but not all
 * @param credited everything that was invoiced has been credited
 * @param rows what was delivered, each article once; empty where Specter does not tell (O35)
 */
public record SpecterOrderState(
        @Nullable String deliveryStatus,
        @Nullable String statusId,
        List<String> tracking,
        boolean invoiced,
        boolean paid,
        boolean partDelivered,
        boolean credited,
        List<Row> rows) {

    /** The delivery status of an order that was delivered in full (Specter reference section 8). */
    public static final String DELIVERED = "D";

    /** The status of an order that was cancelled (Specter reference section 8). */
    public static final String CANCELLED = "5";

    /** The state of an order about which Specter has said nothing. */
    public static final SpecterOrderState UNKNOWN =
            new SpecterOrderState(null, null, List.of(), false, false, false, false, List.of());

    public SpecterOrderState {
        tracking = List.copyOf(tracking);
        rows = List.copyOf(rows);
    }

    /** A quantity of an article. */
    public record Row(String articleNo, BigDecimal quantity) {

        /**
         * {@code 2 KAJ-006}: the form in the database, and the one that people read. An article number has no blank.
         */
        @Override
        public String toString() {
            return quantity.stripTrailingZeros().toPlainString() + " " + articleNo;
        }

        static Row parse(String text) {
            int blank = text.indexOf(' ');
            return new Row(text.substring(blank + 1), new BigDecimal(text.substring(0, blank)));
        }
    }

    /**
     * Whether all of the order was delivered. {@code updated="1"} does not mean that, because it comes with partial
     * deliveries too (section 8).
     */
    public boolean delivered() {
        return DELIVERED.equals(deliveryStatus);
    }

    /** Whether the order is cancelled in Specter. */
    public boolean cancelled() {
        return CANCELLED.equals(statusId);
    }

    /**
     * Whether goods have left, or an invoice is not credited, so that a cancellation does not take this back. Specter
     * cancels only the rest of such an order (section 10).
     */
    public boolean outlivesCancellation() {
        return delivered() || partDelivered || (invoiced && !credited);
    }
}
