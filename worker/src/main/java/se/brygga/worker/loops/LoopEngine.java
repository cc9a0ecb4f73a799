package se.brygga.worker.loops;

import java.util.Collection;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** What Temporal knows of the loops, and how they are started and ended. */
interface LoopEngine {

    /** Starts the shop's intake. Idempotent: nothing happens if it runs. */
    void startIntake(ShopRef shop);

    /** Starts the sync of the shop's products. Idempotent: nothing happens if it runs. */
    void startProducts(ShopRef shop);

    /** Starts the initial sync of the shop's products. Idempotent: nothing happens if it runs. */
    void startInitial(ShopRef shop);

    /** Starts the tenant's feed. Idempotent: nothing happens if it runs. */
    void startFeed(Feed feed, String tenant);

    /** Ends a loop whose shop or tenant was suspended or removed. Idempotent: nothing happens if it does not run. */
    void end(String workflowId);

    /** Whether a loop runs. One call to Temporal. */
    boolean runs(String workflowId);

    /**
     * Ids of loops that ended in the last minutes; each run is named once. One call. Empty where the server keeps no
     * such list.
     */
    Collection<String> endedLately();
}
