package se.brygga.clients.specter.feed;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Detail;

/**
 * The change journals of one tenant's Specter (reference section 5). Store the batch number, pull, store all rows, then
 * acknowledge: what was not acknowledged comes again under the same number. Every method may be repeated with the same
 * number.
 *
 * <p>All methods throw {@link se.brygga.clients.remote.RemoteFailure} when no understandable and whole answer came; a
 * list of which only a part could be read is such a failure, never a batch. A batch number that could not be sent as it is
 * (empty, over 100 characters, outside Latin-1) is OUR_FAULT, {@code violates-limits}, and nothing is sent.
 */
public interface SpecterFeeds {

    /** What is available now, per article and warehouse: absolute, not a difference (section 6). */
    PullAnswer<StockChange> pullStock(String batchNo);

    /** Changed master data of articles (section 7). */
    PullAnswer<ArticleChange> pullArticles(String batchNo);

    /** Orders whose status or deliveries changed (section 8). */
    PullAnswer<OrderChange> pullOrders(String batchNo);

    /**
     * Changed rows of price lists, through the assumed adapter (section 11).
     *
     * @throws IllegalStateException the set-up does not allow assumed actions
     */
    PullAnswer<PriceListChange> pullPriceLists(String batchNo);

    /**
     * Closes the batch: Specter forgets its changes. Only after all of them are stored.
     *
     * @throws IllegalStateException price lists, and the set-up does not allow assumed actions
     */
    AckAnswer ack(FeedKind kind, String batchNo);

    /**
     * A batch number in the form that Specter is used to: 32 hex characters.
     *
     * @param random 16 bytes
     */
    static String newBatchNo(byte[] random) {
        if (random.length != 16) {
            throw new IllegalArgumentException("a batch number is made of 16 bytes, not of " + random.length);
        }
        return HexFormat.of().formatHex(random);
    }

    /** What Specter says to an acknowledgement that it understood. */
    sealed interface AckAnswer {

        /** The batch is closed. */
        record Acked() implements AckAnswer {}

        /**
         * Error 99: not this number is open, but another one. Whether ours was closed earlier shows at the next pull (O24).
         *
         * @param batchNo never the one that was acknowledged
         */
        record OtherBatchOpen(String batchNo) implements AckAnswer {}

        /**
         * Understood and refused: an unknown or closed batch, say. Whether the batch is closed shows at the next pull (O24).
         *
         * @param code Specter's own, {@code none} when there is no usable one
         */
        record Refused(String code) implements AckAnswer {}
    }

    /** What Specter says to a pull that it understood. */
    sealed interface PullAnswer<T> {

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

    /** The journals; each has its own open batch (reference section 5). */
    enum FeedKind {
        STOCK,
        ARTICLES,
        ORDERS,
        /** Through the assumed adapter only (section 11, O39). */
        PRICE_LISTS;

        /** As it stands in call records and messages: {@code stock}, {@code price-lists}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
