package se.brygga.activities.stock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.activities.feed.Follower;
import se.brygga.activities.sql.Database;
import se.brygga.activities.stock.books.StockBooks;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.feed.SpecterFeeds;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;

/**
 * Follows available quantities. Once the journal is empty, the quantities include everything that was booked before it
 * was asked.
 */
final class StockFollower implements Follower {

    /**
     * The clocks of workers may differ by this much. An order that counts a little longer as unbooked sells nothing
     * twice.
     */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

    private final SpecterClients specter;
    private final BatchPuller puller;
    private final StockBooks stock;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    StockFollower(SpecterClients specter, BatchPuller puller, StockBooks stock, Database database) {
        this.specter = specter;
        this.puller = puller;
        this.stock = stock;
        this.transactions = database.transactions();
        this.time = database.time();
    }

    @Override
    public Feed feed() {
        return Feed.STOCK;
    }

    @Override
    public Cause causeOf(RemoteFailure refusal) {
        return refusal.why() == RemoteFailure.Why.WAREHOUSES_NOT_NAMED
                ? Cause.WAREHOUSES_NOT_NAMED
                : Cause.FEED_REFUSED;
    }

    @Override
    public int drain(TenantSetup setup) {
        SpecterFeeds feeds = specter.feeds(setup.tenant(), setup.specter());
        Instant began = time.instant();
        BatchPuller.Drained drained = puller.drain(
                setup.tenant(),
                feeds,
                new BatchPuller.Journal<>(
                        FeedKind.STOCK,
                        feeds::pullStock,
                        (rows, openedAt) -> take(setup, rows, openedAt),
                        row -> Stream.of(row.articleNo())),
                setup.specter().maxForeignRecoveries());
        if (drained.empty()) {
            transactions.executeWithoutResult(tx -> stock.sold().release(setup.tenant(), began.minus(CLOCKS_APART)));
        }
        return 0;
    }

    private void take(TenantSetup setup, List<StockChange> rows, Instant openedAt) {
        Warehouses.check(setup, stock.specter().sites(setup.tenant()), rows);
        stock.specter().changed(setup.tenant(), rows, openedAt);
    }
}
