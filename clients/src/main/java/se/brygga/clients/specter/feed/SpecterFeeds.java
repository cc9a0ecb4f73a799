package se.brygga.clients.specter.feed;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Detail;

/**
 * The change journals of one tenant's Specter (reference section 5). Store the batch number, pull, store all rows, then
 * acknowledge. A batch that was not acknowledged comes again under the same number. Every method is idempotent for the
 * same number.
 *
 * <p>All methods throw {@link se.brygga.clients.remote.RemoteFailure} when no understandable and whole answer came. An
 * answer of which only a part could be read is such a failure, never a batch.
 *
 * <p>A batch number that cannot be sent unchanged (empty, over 100 characters, outside Latin-1) is OUR_FAULT,
 * {@code violates-limits}. Nothing is sent then.
 */
public interface SpecterFeeds {

    /** What is available now, per article and warehouse: absolute quantities, not differences (section 6). */
    PullAnswer<StockChange> pullStock(String batchNo);

    /** Changed master data of articles (section 7). */
    PullAnswer<ArticleChange> pullArticles(String batchNo);

    /**
     * As {@link #pullArticles}, after Specter was told to list every article, through the assumed adapter (section 11).
     * Ask so for the first batch; {@link #pullArticles} brings the rest.
     *
     * @throws IllegalStateException the set-up does not allow assumed actions
     */
    PullAnswer<ArticleChange> pullEveryArticle(String batchNo);

    /** Orders whose status or deliveries changed (section 8). */
    PullAnswer<OrderChange> pullOrders(String batchNo);

    /**
     * Changed rows of price lists, through the assumed adapter (section 11).
     *
     * @throws IllegalStateException the set-up does not allow assumed actions
     */
    PullAnswer<PriceListChange> pullPriceLists(String batchNo);

    /**
     * Closes the batch, so that Specter forgets its changes. Call this only after all of them are stored.
     *
     * @throws IllegalStateException price lists, and the set-up does not allow assumed actions
     */
    AckAnswer ack(FeedKind kind, String batchNo);

    /**
     * A batch number in Specter's own form: 32 hex characters.
     *
     * @param random 16 bytes
     */
    static String newBatchNo(byte[] random) {
        if (random.length != 16) {
            throw new IllegalArgumentException("a batch number is made of 16 bytes, not of " + random.length);
        }
        return HexFormat.of().formatHex(random);
    }

    /** Specter's answer to an acknowledgement that Specter understood. */
    sealed interface AckAnswer {

        /** The batch is closed. */
        record Acked() implements AckAnswer {}

        /**
         * Error 99: another batch is open, not this one. Only the next pull shows whether ours was closed earlier
         * (O24).
         *
         * @param batchNo never the one that was acknowledged
         */
        record OtherBatchOpen(String batchNo) implements AckAnswer {}

        /**
         * Specter understood and refused, for example because the batch is unknown or closed. Only the next pull shows
         * whether the batch is closed (O24).
         *
         * @param code Specter's own, {@code none} when there is no usable one
         */
        record Refused(String code) implements AckAnswer {}
    }

    /** Specter's answer to a pull that Specter understood. */
    sealed interface PullAnswer<T> {

        /**
         * The batch under the number of the request; empty when nothing is pending (O23).
         *
         * @param rows in the answer's order; the same article may come once per warehouse
         * @param more the answer has its largest length ({@code responseMaxLimit}): acknowledge and pull again with a
         *     new number
         * @param unreadable rows that lack a number, or have something else in its place. An acknowledgement removes
         *     these from the journal too
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
         * A row, or a part of a row, that could not be read.
         *
         * @param id by which an operator knows it: the number of an article or an order, or a price list's with the
         *     article. Null when it has none
         * @param text row and field, as in {@code ART-001 (priceExclVat)}, {@code row 17 (articleNo)} or
         *     {@code 5001: invoice 7 (paidStatus)}
         */
        record Unreadable(@Nullable String id, Detail text) {}

        /**
         * Error 99: another batch is open. Pull with its number, store and acknowledge it, then continue with a new
         * number (section 5).
         *
         * @param batchNo never the one of the request; in any form, because it may be another integration's
         */
        record OtherBatchOpen<T>(String batchNo) implements PullAnswer<T> {}

        /**
         * Specter understood and refused. Code 99 is among these when its message quotes no number, or only that of the
         * request.
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

        /** The word in call records and messages: {@code stock}, {@code price-lists}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
