package se.brygga.activities.status;

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

/** Carries what happens to an order in Specter to the shop. The way in to this package for whoever puts an app together. */
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

    /** What the loop of orders does at each poll. */
    public Follower follower(SpecterClients specter, BatchPuller puller, CallbackStarter starter) {
        return new OrderFollower(specter, puller, specterOrders, book, starter);
    }

    /** Tells the shop. */
    public StatusActivities shop(SetupStore setups, WebShops shops, OrderBook orders, Patience patience) {
        return new StatusActivitiesImpl(
                setups,
                shops,
                book,
                new StatusReport(book, specterOrders, orders, new OrderCodec(), patience, database.time()));
    }

    /** What the workflow notes in the books. */
    public StatusBookActivities bookkeeping() {
        return new StatusBookActivitiesImpl(database.transactions(), book, attention);
    }
}
