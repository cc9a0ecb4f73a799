package se.brygga.activities.prices.push;

import se.brygga.activities.articles.ArticleJournal;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.activities.feed.Follower;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.ShopPush.UnknownName;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.prices.PriceBooks;
import se.brygga.activities.sql.Database;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopPrices;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.WebShops;
import se.brygga.workflows.ShopRef;

/** Carries prices from Specter to the shops. The front door of this package. */
public final class Prices {

    private final Database database;
    private final PriceBooks books;
    private final WebShops shops;
    private final ListWatch watch;

    public Prices(Database database, PriceBooks books, WebShops shops) {
        this.database = database;
        this.books = books;
        this.shops = shops;
        this.watch = new ListWatch(books, database);
    }

    /** What the loop of prices does at each poll. */
    public Follower follower(SpecterClients specter, BatchPuller puller, ArticleJournal articles) {
        return new PriceFollower(specter, puller, articles, books, this::mustLook);
    }

    /** Writes prices to a shop, and compares them. */
    public ShopPush push(SkuMap skus, NoticeBook notices) {
        ShopReading reading = new ShopReading(books, database);
        return new PricesToShops(
                shops,
                new PricePush(books, skus, notices, reading, watch, database.time()),
                new PriceComparison(books, skus, notices, reading, watch, database));
    }

    /**
     * Whether a push must look at the shop, although nothing is new in Specter: a list was made, came into use, or lost
     * its prices. Costs a call for the lists, and a few for prices. A shop that does not answer, or lacks a list, is
     * left to the push.
     */
    boolean mustLook(ShopRef shop, ShopSetup setup) {
        PriceSetup prices = setup.prices();
        // The master list alone cannot be switched off.
        if (prices == null || prices.lists().isEmpty()) {
            return false;
        }
        try {
            ShopPrices inShop = shops.shop(shop, setup).prices();
            ShopLists lists = watch.lists(
                    shop,
                    prices,
                    inShop,
                    books.specter().specter(shop.tenant(), "").lists());
            return !watch.unread(shop, lists).isEmpty() || watch.hasLost(shop, lists, inShop);
        } catch (RemoteFailure | UnknownName notNow) {
            return false;
        }
    }
}
