package se.brygga.clients.specter.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Detail;

/** What Specter says to a pull that it understood. */
public sealed interface PullAnswer<T> {

    /**
     * The batch under the number that was asked with; empty when nothing is pending (O23).
     *
     * @param rows in the answer's order; the same article may come once per warehouse
     * @param more the answer is as long as it may be ({@code responseMaxLimit}): acknowledge and pull again with a new
     *     number
     * @param unreadable what the rows lack, because a number is missing or is none. An acknowledgement takes these out of the
     *     journal too.
     */
    record Batch<T>(List<T> rows, boolean more, List<Unreadable> unreadable) implements PullAnswer<T> {

        public Batch {
            rows = List.copyOf(rows);
            unreadable = List.copyOf(unreadable);
        }

        /** A batch without unreadable rows. */
        public Batch(List<T> rows, boolean more) {
            this(rows, more, List.of());
        }
    }

    /**
     * A row, or a part of one, that could not be read.
     *
     * @param id what the operator knows it by: the number of an article or an order, or a price list's with the article; null when it
     *     does not say
     * @param text row and field, as in {@code ART-001 (priceExclVat)}, {@code row 17 (articleNo)} or
     *     {@code 5001: invoice 7 (paidStatus)}
     */
    record Unreadable(@Nullable String id, Detail text) {}

    /**
     * Error 99: another number is open. Pull with that one, store, acknowledge it, and go on with a new number (section 5).
     *
     * @param batchNo never the one that was asked with; in any form, as it may be another integration's
     */
    record OtherBatchOpen<T>(String batchNo) implements PullAnswer<T> {}

    /**
     * Understood and refused. 99 is among the codes when its message quotes no number, or only the one asked with.
     *
     * @param code Specter's own, {@code none} when there is no usable one
     */
    record Refused<T>(String code) implements PullAnswer<T> {}
}
