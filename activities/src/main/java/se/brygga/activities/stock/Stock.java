package se.brygga.activities.stock;

import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.activities.feed.Follower;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.activities.stock.books.StockBooks;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.WebShops;

/** Carries stock from Specter to the shops. The front door of this package. */
public final class Stock {

    private final Database database;
    private final StockBooks books;
    private final HiddenBook hidden;
    private final DriftBook drifts;

    public Stock(Database database, StockBooks books) {
        this.database = database;
        this.books = books;
        this.hidden = new HiddenBook(database.jdbc(), database.time());
        this.drifts = new DriftBook(database.jdbc());
    }

    /** What the latest comparisons found. */
    public DriftBook drifts() {
        return drifts;
    }

    /** What the stock loop does at each poll. */
    public Follower follower(SpecterClients specter, BatchPuller puller) {
        return new StockFollower(specter, puller, books, database);
    }

    /** Writes stock to a shop, and compares it. */
    public ShopPush push(WebShops shops, SkuMap skus, NoticeBook notices) {
        return new StockToShops(shops, push(skus, notices), comparison(skus, notices));
    }

    StockPush push(SkuMap skus, NoticeBook notices) {
        return new StockPush(
                books, new GoneVariants(hidden, books, skus, notices, database.time()), skus, notices, database);
    }

    StockComparison comparison(SkuMap skus, NoticeBook notices) {
        return new StockComparison(books, hidden, drifts, skus, notices, database);
    }

    /** Why a shop shows what it shows of a SKU. */
    public StockInquiry inquiry(SetupStore setups, VariantBook variants, ArticleBook articles) {
        return new StockInquiry(setups, books, variants, articles);
    }

    HiddenBook hidden() {
        return hidden;
    }
}
