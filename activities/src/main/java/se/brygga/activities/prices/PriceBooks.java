package se.brygga.activities.prices;

import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.goods.VariantBook.VariantListener;
import se.brygga.activities.sql.Database;

/**
 * All books of prices.
 *
 * @param specter what Specter says
 * @param inShop what the shops show, and what was written to them
 * @param lists the shops' price lists
 * @param approvals what waits for a person
 * @param dirty which shops a push must look at
 * @param drifts what the latest comparisons found
 */
public record PriceBooks(
        PriceBook specter,
        ShopPriceBook inShop,
        PriceListBook lists,
        ApprovalBook approvals,
        DirtyBook dirty,
        PriceDriftBook drifts) {

    public PriceBooks(Database database, DirtyBook dirty) {
        this(
                new PriceBook(database.jdbc(), database.time()),
                new ShopPriceBook(database.jdbc(), database.time()),
                new PriceListBook(database.jdbc(), database.time()),
                new ApprovalBook(database.jdbc(), database.time()),
                dirty,
                new PriceDriftBook(database.jdbc()));
    }

    /** Stores what Specter's articles say of prices. */
    public ArticleSink articles() {
        return new PriceKeeper(specter, inShop, dirty);
    }

    /** Forgets what the shop shows for a SKU that belongs to another variant now. */
    public VariantListener variants() {
        return new PriceKeeper(specter, inShop, dirty);
    }
}
