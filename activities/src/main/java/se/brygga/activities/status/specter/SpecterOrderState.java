package se.brygga.activities.status.specter;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands in Specter, as far as it has told.
 *
 * @param deliveryStatus {@link #DELIVERED}; other codes are shown as they are (Specter reference O34)
 * @param statusId {@link #CANCELLED}; likewise
 * @param tracking of all parcels, in the order in which they became known
 * @param invoiced an invoice was made of it, of all or of a part
 * @param partDelivered something was delivered, but not all
 * @param credited all that was invoiced has been credited
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

    /** Of an order that Specter has said nothing about. */
    public static final SpecterOrderState UNKNOWN =
            new SpecterOrderState(null, null, List.of(), false, false, false, false, List.of());

    public SpecterOrderState {
        tracking = List.copyOf(tracking);
        rows = List.copyOf(rows);
    }

    /** So many of an article. */
    public record Row(String articleNo, BigDecimal quantity) {

        /** {@code 2 KAJ-006}: as it is stored, and as people read it. An article number has no blank. */
        @Override
        public String toString() {
            return quantity.stripTrailingZeros().toPlainString() + " " + articleNo;
        }

        static Row parse(String text) {
            int blank = text.indexOf(' ');
            return new Row(text.substring(blank + 1), new BigDecimal(text.substring(0, blank)));
        }
    }

    /** Only this means that all of it was delivered: {@code updated="1"} comes with partial deliveries too (section 8). */
    public boolean delivered() {
        return DELIVERED.equals(deliveryStatus);
    }

    public boolean cancelled() {
        return CANCELLED.equals(statusId);
    }

    /**
     * Whether goods have left, or money is asked for, that a cancellation does not take back: of such an order Specter cancels
     * the rest only (section 10).
     */
    public boolean outlivesCancellation() {
        return delivered() || partDelivered || (invoiced && !credited);
    }
}
