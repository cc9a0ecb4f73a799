package se.brygga.activities.feed;

import java.time.InstantSource;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.status.CallbackStarter;
import se.brygga.activities.store.feed.CallbackBook;
import se.brygga.activities.store.feed.FeedBook;
import se.brygga.activities.store.feed.HeldPriceBook;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.activities.store.feed.PriceBook;
import se.brygga.activities.store.feed.SpecterOrderBook;
import se.brygga.activities.store.feed.StockBook;
import se.brygga.clients.specter.SpecterClients;

/** Puts the feeds together: which there are, and what each needs. */
public final class Followers {

    private final BatchPuller puller;
    private final SpecterClients specter;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    public Followers(
            SpecterClients specter,
            FeedBook book,
            NoticeBook notices,
            TransactionTemplate transactions,
            InstantSource time) {
        this.specter = specter;
        this.transactions = transactions;
        this.time = time;
        this.puller = new BatchPuller(book, notices, transactions, time);
    }

    /** Orders in Specter, whose events become callbacks. */
    public Follower orders(SpecterOrderBook orders, CallbackBook callbacks, CallbackStarter starter) {
        return new OrderFollower(specter, puller, orders, callbacks, starter);
    }

    /** Stock, which goes to the shops. */
    public Follower stock(StockBook stock) {
        return new StockFollower(specter, puller, stock, transactions, time);
    }

    /**
     * Prices, which go to the shops.
     *
     * @param stock what packages are made of comes with them
     * @param watch asked at each poll
     */
    public Follower prices(PriceBook prices, HeldPriceBook held, StockBook stock, ShopWatch watch) {
        return new PriceFollower(specter, puller, new PriceFollower.Into(prices, held, stock), watch);
    }
}
