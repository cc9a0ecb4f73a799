package se.brygga.starter.desk.feeds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/**
 * A comparison of a whole shop with what it should show.
 *
 * @param <D> a difference, in stock or in prices
 * @param feed stock or prices
 * @param found null unless it is made
 * @param why it is not made, in words for the operator; null otherwise
 * @param notWritten that the shop is sent nothing at present; null otherwise
 */
public record Comparison<D>(
        ShopRef shop,
        Feed feed,
        State state,
        @Nullable Found found,
        List<D> differences,
        @Nullable String why,
        Trouble.@Nullable NotWritten notWritten) {

    /** Whether it is made. */
    public enum State implements Word {
        COMPARED,
        NEVER_COMPARED,
        /** It cannot be made now, and is made later. */
        NOT_COMPARED,
        /** It is under way, or waits for its turn. */
        RUNNING
    }

    /**
     * What was compared.
     *
     * @param at when what it found was put into the books
     * @param looked prices, or quantities, of the shop that were compared
     * @param different those of them, or of what the shop has lost, that were otherwise than they should be
     * @param unread prices, quantities or products that the shop did not tell
     * @param absent SKUs of Specter that the shop does not have
     */
    public record Found(Instant at, int looked, int different, int unread, int absent) {}
}
