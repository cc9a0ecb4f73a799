package se.brygga.activities.feed;

import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.FeedSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;

/** What one feed is about: its pace, its journals, and whom news concern. */
public interface Follower {

    Feed feed();

    default FeedSetup.Pace pace(FeedSetup feeds) {
        return feeds.pace(feed());
    }

    /** Whether its shops are compared with what they should show, once a night. */
    default boolean compares() {
        return true;
    }

    /**
     * Hands on what is in the books and nobody has been told of: before each poll and after each batch.
     *
     * @param afresh the engine may have lost its memory: hands on once more what was handed on and is not settled
     */
    default void handOn(TenantSetup setup, boolean afresh) {}

    /** Empties the tenant's journals; how much there is in them, and beside them, that the shops must be told. */
    int drain(TenantSetup setup);

    /** How much there is that the shops must be told although the journals could not be asked. */
    default int waiting(TenantSetup setup) {
        return 0;
    }

    /** The cause that a person is told when Specter's answer may not be taken. */
    default Cause causeOf(RemoteFailure refusal) {
        return Cause.FEED_REFUSED;
    }
}
