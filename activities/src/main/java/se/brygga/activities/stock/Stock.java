package se.brygga.activities.stock;

import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.articles.ArticleKeeper;
import se.brygga.activities.articles.ArticleSink;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.activities.feed.Follower;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.WebShops;

/** Carries stock from Specter to the shops. The way in to this package for whoever puts an app together. */
public final class Stock {

    private final Database database;
    private final StockBook book;
    private final HiddenBook hidden;
    private final DriftBook drifts;

    public Stock(Database database, ArticleKeeper articles) {
        this.database = database;
        this.book = new StockBook(database.jdbc(), articles, database.time());
        this.hidden = new HiddenBook(database.jdbc(), database.time());
        this.drifts = new DriftBook(database.jdbc());
    }

    /** What Specter says, what is sold and not booked, and what the shops were told. */
    public StockBook book() {
        return book;
    }

    /** What the latest comparisons found. */
    public DriftBook drifts() {
        return drifts;
    }

    /** What an order has sold until Specter has booked it. */
    public SoldGoods sold() {
        return new SoldGoods(book, database.transactions());
    }

    /** Keeps what Specter's articles say of stock. */
    public ArticleSink articles() {
        return new StockKeeper(book);
    }

    /** What the loop of stock does at each poll. */
    public Follower follower(SpecterClients specter, BatchPuller puller) {
        return new StockFollower(specter, puller, book, database.transactions(), database.time());
    }

    /** Writes stock to a shop, and compares it. */
    public ShopPush push(WebShops shops, SkuMap skus, NoticeBook notices) {
        return new StockToShops(shops, book, push(skus, notices), comparison(skus, notices));
    }

    StockPush push(SkuMap skus, NoticeBook notices) {
        return new StockPush(
                book, new GoneVariants(hidden, book, skus, notices, database.time()), skus, notices, database);
    }

    StockComparison comparison(SkuMap skus, NoticeBook notices) {
        return new StockComparison(book, hidden, drifts, skus, notices, database);
    }

    /** Why a shop shows of a SKU what it shows. */
    public StockInquiry inquiry(SetupStore setups, VariantBook variants, ArticleBook articles) {
        return new StockInquiry(setups, book, variants, articles);
    }

    HiddenBook hidden() {
        return hidden;
    }
}
