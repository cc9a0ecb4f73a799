package se.brygga.activities.prices;

import java.time.Instant;
import java.util.List;
import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.goods.VariantBook.VariantListener;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** What prices keep of other features' changes: of Specter's articles, and of a shop's variants. */
final class PriceKeeper implements ArticleSink, VariantListener {

    private final PriceBook prices;
    private final ShopPriceBook inShop;
    private final DirtyBook dirty;

    PriceKeeper(PriceBook prices, ShopPriceBook inShop, DirtyBook dirty) {
        this.prices = prices;
        this.inShop = inShop;
        this.dirty = dirty;
    }

    @Override
    public void take(TenantSetup setup, List<ArticleChange> rows, Instant openedAt) {
        if (prices.articles(setup.tenant(), rows) > 0) {
            dirty.mark(Feed.PRICES, setup.shopsThatWant(Feed.PRICES));
        }
    }

    @Override
    public void variantChanged(ShopRef shop, String sku) {
        inShop.forget(shop, sku);
    }

    @Override
    public void variantFound(ShopRef shop) {
        dirty.mark(Feed.PRICES, List.of(shop));
    }
}
