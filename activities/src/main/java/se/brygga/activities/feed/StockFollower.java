package se.brygga.activities.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.specter.SpecterClients;
import se.brygga.activities.specter.feed.FeedKind;
import se.brygga.activities.specter.feed.SpecterFeeds;
import se.brygga.activities.store.feed.StockBook;
import se.brygga.workflows.feed.Feed;

/** Available quantities; once the journal is empty, what was booked before it was asked is in them. */
final class StockFollower implements Follower {

    /** Workers' clocks may differ by this much; counting an order a little longer as unbooked sells nothing twice. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

    private final SpecterClients specter;
    private final BatchPuller puller;
    private final StockBook stock;
    private final InstantSource time;

    StockFollower(SpecterClients specter, BatchPuller puller, StockBook stock, InstantSource time) {
        this.specter = specter;
        this.puller = puller;
        this.stock = stock;
        this.time = time;
    }

    @Override
    public Feed feed() {
        return Feed.STOCK;
    }

    @Override
    public int drain(TenantSetup setup) {
        SpecterFeeds feeds = specter.feeds(setup.tenant(), setup.specter());
        Instant began = time.instant();
        int changes = puller.drain(
                setup.tenant(),
                feeds,
                new BatchPuller.Journal<>(
                        FeedKind.STOCK, feeds::pullStock, rows -> stock.changed(setup.tenant(), rows)),
                setup.specter().maxForeignRecoveries());
        return changes + stock.release(setup.tenant(), began.minus(CLOCKS_APART));
    }
}
