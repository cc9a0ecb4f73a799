package se.brygga.simulators.specter.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change and what became of it: the audit that proves that no change was lost.
 *
 * @param number counts the changes of one kind from 1
 * @param what the article's, order's, customer's or price row's number at the time
 * @param aspect what about it: {@code initial}, {@code full} and {@code marked} for whole readings, else for example a warehouse or {@code price}
 * @param batchNo the batch that holds it or held it last; null while it is pending
 * @param told how many answers carried it to the integration under test; a foreign batch tells it nobody
 * @param ackedAt when that batch was acknowledged, by whomever
 */
public record JournalEntry(
        long number,
        SimFeedKind kind,
        String what,
        String aspect,
        Instant at,
        @Nullable String batchNo,
        int told,
        @Nullable Instant handedOutAt,
        @Nullable Instant ackedAt,
        State state) {

    /** Where a change stands. */
    public enum State {
        /** Waits for a get. */
        PENDING,
        /** In an open batch. */
        HANDED_OUT,
        /** Its batch was acknowledged. */
        ACKED,
        /** Thrown away unseen by the quirk {@code batch.lateChange=LOST}. */
        LOST
    }
}
