package se.brygga.activities.stock.books;

import se.brygga.activities.articles.ArticleBooks;
import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.sql.Database;

/**
 * All books from which a shop's stock follows.
 *
 * @param specter what Specter says
 * @param sold what is sold and not in Specter's numbers yet
 * @param inShops what was written to the shops
 */
public record StockBooks(StockBook specter, SoldGoodsBook sold, ShopStockBook inShops) {

    /**
     * @param articles keeps what the journals say of articles
     * @param dirty which shops a push must look at
     */
    public static StockBooks of(Database database, ArticleBooks articles, DirtyBook dirty) {
        ShopStockBook inShops = new ShopStockBook(database, dirty);
        SoldGoodsBook sold = new SoldGoodsBook(database, inShops, dirty);
        return new StockBooks(new StockBook(database, articles, sold, dirty), sold, inShops);
    }

    /** Stores what Specter's articles say of stock. */
    public ArticleSink articles() {
        return new StockKeeper(specter);
    }
}
