package se.brygga.activities.feed;

import java.util.List;
import java.util.stream.Stream;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.feed.HeldPriceBook;
import se.brygga.activities.store.feed.PriceBook;
import se.brygga.activities.store.feed.StockBook;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.FeedKind;
import se.brygga.clients.specter.feed.PriceListChange;
import se.brygga.clients.specter.feed.SpecterFeeds;
import se.brygga.workflows.feed.Feed;

/**
 * Articles, for their prices and what packages are made of, and price lists where Specter tells them. That a shop has something
 * to write is stored with its cause, so neither a failure between two batches nor a crash forgets it.
 */
final class PriceFollower implements Follower {

    /** The books that it fills. */
    record Into(PriceBook prices, HeldPriceBook held, StockBook stock) {}

    private final SpecterClients specter;
    private final BatchPuller puller;
    private final Into into;
    private final ShopWatch watch;

    PriceFollower(SpecterClients specter, BatchPuller puller, Into into, ShopWatch watch) {
        this.specter = specter;
        this.puller = puller;
        this.into = into;
        this.watch = watch;
    }

    @Override
    public Feed feed() {
        return Feed.PRICES;
    }

    /** How many shops have something to look at: changed prices, a file, approvals, a list that was activated. */
    @Override
    public int drain(TenantSetup setup) {
        lookAtShops(setup);
        SpecterFeeds feeds = specter.feeds(setup.tenant(), setup.specter());
        SpecterSetup settings = setup.specter();
        puller.drain(
                setup.tenant(),
                feeds,
                new BatchPuller.Journal<>(
                        FeedKind.ARTICLES,
                        feeds::pullArticles,
                        rows -> articles(setup, rows),
                        row -> Stream.of(row.articleNo())),
                settings.maxForeignRecoveries());
        if (settings.assumedAdapter()
                && settings.priceLists() == SpecterSetup.PriceLists.ASSUMED
                && !shops(setup).isEmpty()) {
            puller.drain(
                    setup.tenant(),
                    feeds,
                    new BatchPuller.Journal<>(
                            FeedKind.PRICE_LISTS,
                            feeds::pullPriceLists,
                            rows -> lists(setup, rows),
                            PriceListChange::told),
                    settings.maxForeignRecoveries());
        }
        return waiting(setup);
    }

    @Override
    public int waiting(TenantSetup setup) {
        return into.held().newsFor(shops(setup));
    }

    /** First, so that an outage of Specter does not leave a shop's goods at zero. */
    private void lookAtShops(TenantSetup setup) {
        into.held()
                .news(shops(setup).stream()
                        .filter(shop -> watch.mustLook(shop, setup.shop(shop.shop())))
                        .toList());
    }

    private void articles(TenantSetup setup, List<ArticleChange> rows) {
        into.stock().articles(setup.tenant(), rows);
        if (into.prices().articles(setup.tenant(), rows) > 0) {
            into.held().news(shops(setup));
        }
        // Without the assumed adapter the journal tells nothing of packages, and no rows do not mean that there are
        // none.
        if (setup.specter().assumedAdapter()) {
            rows.forEach(row -> into.stock().structure(setup.tenant(), row));
        }
    }

    private void lists(TenantSetup setup, List<PriceListChange> rows) {
        if (into.prices().lists(setup.tenant(), rows) > 0) {
            into.held().news(shops(setup));
        }
    }
}
