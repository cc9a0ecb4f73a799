package se.brygga.activities.status;

import java.time.Duration;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.activities.feed.Follower;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.WebShops;
import se.brygga.workflows.status.StatusActivities;
import se.brygga.workflows.status.StatusBookActivities;

/** Carries what happens to an order in Specter to the shop. The front door of this package. */
public final class Callbacks {

    private final Database database;
    private final AttentionBook attention;
    private final SpecterOrderBook specterOrders;
    private final CallbackBook book;

    public Callbacks(Database database, AttentionBook attention, SpecterOrderBook specterOrders) {
        this.database = database;
        this.attention = attention;
        this.specterOrders = specterOrders;
        this.book = new CallbackBook(database.jdbc(), database.transactions(), database.time(), attention);
    }

    /** The orders' inboxes. */
    public CallbackBook book() {
        return book;
    }

    /** What the order loop does at each poll. */
    public Follower follower(SpecterClients specter, BatchPuller puller, CallbackStarter starter) {
        return new OrderFollower(specter, puller, specterOrders, book, starter);
    }

    /** The activities in the shop. */
    public StatusActivities shop(SetupStore setups, WebShops shops, OrderBook orders, Patience patience) {
        return new StatusActivitiesImpl(
                setups,
                shops,
                book,
                new StatusReport(book, specterOrders, orders, new OrderCodec(), patience, database.time()));
    }

    /** The activities in the books. */
    public StatusBookActivities bookkeeping() {
        return new StatusBookActivitiesImpl(database.transactions(), book, attention);
    }

    /**
     * How long a callback waits to see its own write.
     *
     * @param shown how late a read may show a write (Starweb reference O-42); an answered write that does not show
     *     after this had no effect
     * @param underWay how long a write without an answer may still arrive: capturing takes up to 30 s (section 17,
     *     S-14). Only after this, and only if the shop still does not show it, is it written again
     * @param between the pause between two reads
     */
    public record Patience(Duration shown, Duration underWay, Duration between) {

        /** For real shops. */
        public static final Patience REAL =
                new Patience(Duration.ofSeconds(6), Duration.ofSeconds(45), Duration.ofSeconds(2));

        public Patience {
            if (underWay.compareTo(shown) < 0) {
                throw new IllegalArgumentException(
                        "a write without an answer needs at least the patience of one with an answer");
            }
        }
    }
}
