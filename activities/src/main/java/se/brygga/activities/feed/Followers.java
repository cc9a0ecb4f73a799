package se.brygga.activities.feed;

import java.time.InstantSource;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.specter.SpecterClients;
import se.brygga.activities.status.CallbackStarter;
import se.brygga.activities.store.feed.CallbackBook;
import se.brygga.activities.store.feed.FeedBook;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.activities.store.feed.SpecterOrderBook;
import se.brygga.activities.store.feed.StockBook;

/** Puts the feeds together: which there are, and what each needs. */
public final class Followers {

    private final BatchPuller puller;
    private final SpecterClients specter;
    private final InstantSource time;

    public Followers(
            SpecterClients specter,
            FeedBook book,
            NoticeBook notices,
            TransactionTemplate transactions,
            InstantSource time) {
        this.specter = specter;
        this.time = time;
        this.puller = new BatchPuller(book, notices, transactions, time);
    }

    /** Orders in Specter, whose events become callbacks. */
    public Follower orders(SpecterOrderBook orders, CallbackBook callbacks, CallbackStarter starter) {
        return new OrderFollower(specter, puller, orders, callbacks, starter);
    }

    /** Stock, which goes to the shops. */
    public Follower stock(StockBook stock) {
        return new StockFollower(specter, puller, stock, time);
    }
}
