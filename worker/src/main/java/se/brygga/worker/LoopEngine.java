package se.brygga.worker;

import java.util.Collection;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** What Temporal knows of the loops, and the starting of them. */
interface LoopEngine {

    /** Starts it unless it runs. */
    void startIntake(ShopRef shop);

    /** Starts it unless it runs. */
    void startFeed(Feed feed, String tenant);

    /** Ends it, if it runs: its shop or tenant was suspended or removed. */
    void end(String workflowId);

    /** One call to Temporal. */
    boolean runs(String workflowId);

    /** Ids of loops that have ended in the last minutes, each run once. One call; none where the server keeps no such list. */
    Collection<String> endedLately();
}
