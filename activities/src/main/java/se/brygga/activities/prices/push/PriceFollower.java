package se.brygga.activities.prices.push;

import java.util.List;
import java.util.function.BiPredicate;
import se.brygga.activities.articles.ArticleJournal;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.activities.feed.Follower;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.prices.PriceBook;
import se.brygga.activities.prices.PriceBooks;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.specter.feed.PriceListChange;
import se.brygga.clients.specter.feed.SpecterFeeds;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/**
 * Follows prices: those of articles, and price lists where Specter tells them. That a shop is dirty is stored together
 * with the cause, so neither a failure between two batches nor a crash forgets it.
 */
final class PriceFollower implements Follower {

    private final SpecterClients specter;
    private final BatchPuller puller;
    private final ArticleJournal articles;
    private final PriceBook prices;
    private final DirtyBook dirty;
    private final BiPredicate<ShopRef, ShopSetup> mustLook;

    /** @param mustLook whether a push must look at the shop, although nothing is new in Specter; asked at each poll */
    PriceFollower(
            SpecterClients specter,
            BatchPuller puller,
            ArticleJournal articles,
            PriceBooks books,
            BiPredicate<ShopRef, ShopSetup> mustLook) {
        this.specter = specter;
        this.puller = puller;
        this.articles = articles;
        this.prices = books.specter();
        this.dirty = books.dirty();
        this.mustLook = mustLook;
    }

    @Override
    public Feed feed() {
        return Feed.PRICES;
    }

    @Override
    public int drain(TenantSetup setup) {
        lookAtShops(setup);
        articles.drain(setup);
        SpecterSetup settings = setup.specter();
        if (settings.assumedAdapter()
                && settings.priceLists() == SpecterSetup.PriceLists.ASSUMED
                && !shops(setup).isEmpty()) {
            drainLists(setup);
        }
        return 0;
    }

    private void drainLists(TenantSetup setup) {
        SpecterFeeds feeds = specter.feeds(setup.tenant(), setup.specter());
        puller.drain(
                setup.tenant(),
                feeds,
                new BatchPuller.Journal<>(
                        FeedKind.PRICE_LISTS,
                        feeds::pullPriceLists,
                        (rows, openedAt) -> lists(setup, rows),
                        PriceListChange::told),
                setup.specter().maxForeignRecoveries());
    }

    /** Looks at the shops first, so that an outage of Specter does not leave a shop's goods at zero. */
    private void lookAtShops(TenantSetup setup) {
        dirty.mark(
                Feed.PRICES,
                shops(setup).stream()
                        .filter(shop -> mustLook.test(shop, setup.shop(shop.shop())))
                        .toList());
    }

    private void lists(TenantSetup setup, List<PriceListChange> rows) {
        if (prices.lists(setup.tenant(), rows) > 0) {
            dirty.mark(Feed.PRICES, shops(setup));
        }
    }

    private static List<ShopRef> shops(TenantSetup setup) {
        return setup.shopsThatWant(Feed.PRICES);
    }
}
