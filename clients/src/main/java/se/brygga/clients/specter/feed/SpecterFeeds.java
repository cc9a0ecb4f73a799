package se.brygga.clients.specter.feed;

import java.util.HexFormat;

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
}
