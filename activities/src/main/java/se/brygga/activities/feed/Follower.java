package se.brygga.activities.feed;

import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.FeedSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;

/** What a feature does in the loop of one feed: the pace, the journals, and the shops to push to. */
public interface Follower {

    /** The feed that is followed. */
    Feed feed();

    /** The pace of the polls. */
    default FeedSetup.Pace pace(FeedSetup feeds) {
        return feeds.pace(feed());
    }

    /** Whether the journal is about what shops show. Dirty shops are pushed to, and all are compared once a night. */
    default boolean pushes() {
        return true;
    }

    /**
     * Hands on what is in the books and nobody was told of. Called before each poll and after each batch. Must be
     * idempotent.
     *
     * @param afresh the engine may have lost its memory: also hands on once more what was handed on and is not settled
     */
    default void handOn(TenantSetup setup, boolean afresh) {}

    /**
     * Empties the tenant's journals.
     *
     * @return how many new entries are handed on; 0 for entries that mark shops dirty
     */
    int drain(TenantSetup setup);

    /** The cause that a person is told when Specter's answer must not be stored. */
    default Cause causeOf(RemoteFailure refusal) {
        return Cause.FEED_REFUSED;
    }
}
