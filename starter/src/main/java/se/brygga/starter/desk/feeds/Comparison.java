package se.brygga.starter.desk.feeds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.Refusal;

/**
 * A comparison of a whole shop with what it should show.
 *
 * @param <D> a difference, in stock or in prices
 * @param feed stock or prices
 * @param found null unless it is made
 * @param job what was asked for; null for the last comparison, whoever asked for it
 * @param why it is not made; null otherwise
 * @param notWritten that the shop is sent nothing at present; null otherwise
 */
public record Comparison<D>(
        ShopRef shop,
        Feed feed,
        State state,
        @Nullable Job job,
        @Nullable Found found,
        List<D> differences,
        @Nullable Refusal why,
        Trouble.@Nullable NotWritten notWritten) {

    /** Whether it is made. */
    public enum State implements Word {
        COMPARED,
        NEVER_COMPARED,
        /** It cannot be made now, and is made later. */
        NOT_COMPARED,
        /** It was asked for, and is not begun. */
        WAITS_ITS_TURN,
        RUNNING,
        /** Somebody has stopped it. */
        STOPPED
    }

    /**
     * A comparison that was asked for.
     *
     * @param askedAt when it was asked for, which tells it from others
     * @param read variants of the shop that are read by now; 0 unless it runs
     */
    public record Job(Instant askedAt, int read) {}

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

    /** The same with so many differences at most; {@code found} says how many there are. */
    public Comparison<D> first(int limit) {
        return new Comparison<>(
                shop, feed, state, job, found, differences.stream().limit(limit).toList(), why, notWritten);
    }
}
