package se.brygga.activities.prices.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.activity.ActivityOptions;
import io.temporal.testing.TestActivityEnvironment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.ScriptedFeeds;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.StockSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.FeedActivities;

/** What of Specter's articles and price lists makes work for the shops. */
class PriceFollowerTest {

    private static final ShopRef SHOP = SampleSetup.SHOP;

    private final MovableTime time = new MovableTime("2026-11-24T08:00:00Z");
    private final Books books = new Books(time);
    private final ScriptedFeeds journals = new ScriptedFeeds();
    private boolean mustLook;
    private final SpecterClients specter = new SpecterClients(
            (tenant, setup) -> {
                throw new IllegalStateException("prices are no orders");
            },
            (tenant, setup) -> journals);
    private final BatchPuller puller = books.feedLoops.puller();
    private final PriceFollower follower = new PriceFollower(
            specter,
            puller,
            books.articleFlow.journal(
                    specter, puller, List.of(books.stockBooks.articles(), books.priceBooks.articles())),
            books.priceBooks,
            (shop, setup) -> mustLook);

    @Test
    void onlyChangedPricesAreNews() {
        journals.articles(article("A", "10", List.of()));
        assertThat(newsAfter(setup(false))).containsExactly(SHOP);
        books.pushed(Feed.PRICES, SHOP);

        journals.articles(article("A", "10", List.of()));

        assertThat(newsAfter(setup(false))).isEmpty();
    }

    @Test
    void newsIsKeptUntilAPushTakesItAlsoWhenALaterJournalFails() {
        journals.articles(article("A", "10", List.of()));
        journals.priceListsFail = true;

        assertThatThrownBy(() -> follower.drain(setup(true))).isInstanceOf(RemoteFailure.class);
        assertThat(books.dirtyForPrices(SHOP)).containsExactly(SHOP);

        journals.priceListsFail = false;
        assertThat(newsAfter(setup(true))).containsExactly(SHOP);
        assertThat(newsAfter(setup(true))).containsExactly(SHOP);
        books.pushed(Feed.PRICES, SHOP);
        assertThat(newsAfter(setup(true))).isEmpty();
    }

    @Test
    void asksForPriceListsOnlyThroughTheAssumedAdapter() {
        journals.priceListsFail = true;

        assertThat(newsAfter(setup(false))).isEmpty();
    }

    @Test
    void aKitStaysWhatItIsWhereTheJournalDoesNotTell() {
        ArticleChange whole = article("SET", "10", List.of(new ArticleChange.KitRow("A", BigDecimal.TWO)));
        journals.articles(whole);
        follower.drain(setup(true));
        assertThat(parts("SET")).extracting(StockBook.Part::articleNo).containsExactly("A");

        journals.articles(article("SET", "11", List.of()));
        follower.drain(setup(false));
        assertThat(parts("SET")).hasSize(1);

        journals.articles(article("SET", "11", List.of()));
        follower.drain(setup(true));
        assertThat(parts("SET")).isEmpty();
    }

    @Test
    void whatKitsAreMadeOfIsNewsForShopsThatWantStockOnly() {
        TenantSetup stockOnly = setup(true, SampleSetup.stock(), null);
        journals.priceListsFail = true;
        journals.articles(article("SET", "10", List.of(new ArticleChange.KitRow("A", BigDecimal.TWO))));

        assertThat(newsAfter(stockOnly)).as("nothing goes to a shop from here").isEmpty();

        assertThat(parts("SET")).hasSize(1);
        assertThat(books.dirtyForStock(SHOP)).containsExactly(SHOP);
    }

    @Test
    void theJournalOfArticlesIsFollowedForStockAloneToo() {
        assertThat(setup(true, SampleSetup.stock(), null).follows(Feed.PRICES)).isTrue();
        assertThat(setup(false, SampleSetup.stock(), null).follows(Feed.PRICES)).isTrue();
        assertThat(setup(true, null, null).follows(Feed.PRICES)).isFalse();
        assertThat(setup(false).follows(Feed.PRICES)).isTrue();
    }

    @Test
    void aPollOfArticlesForStockAloneAsksSpecter() {
        books.setups.applying().apply(setup(true, SampleSetup.stock(), null), "tenant: nordkajak", "test");
        journals.articles(article("SET", "10", List.of(new ArticleChange.KitRow("A", BigDecimal.TWO))));

        TestActivityEnvironment engine = TestActivityEnvironment.newInstance();
        try {
            engine.registerActivitiesImplementations(
                    books.feedLoops.activities(books.setups, books.comparisons, books.dirty, List.of(follower)));
            FeedActivities polls = engine.newActivityStub(
                    FeedActivities.class,
                    ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .build());

            assertThat(polls.poll(Feed.PRICES, SHOP.tenant(), false, true).toPush())
                    .isEmpty();
        } finally {
            engine.close();
        }

        assertThat(parts("SET")).hasSize(1);
    }

    @Test
    void aListThatWasActivatedInTheShopIsNewsAlsoWhenSpecterIsDown() {
        mustLook = true;
        journals.priceListsFail = true;

        assertThatThrownBy(() -> follower.drain(setup(true))).isInstanceOf(RemoteFailure.class);

        assertThat(books.dirtyForPrices(SHOP)).containsExactly(SHOP);
    }

    private List<StockBook.Part> parts(String kitNo) {
        return books.stock.levels(SHOP.tenant()).kits().getOrDefault(kitNo, List.of());
    }

    private static ArticleChange article(String articleNo, String price, List<ArticleChange.KitRow> parts) {
        return new ArticleChange(articleNo, null, new BigDecimal(price), null, false, null, "GW", false, parts);
    }

    private static TenantSetup setup(boolean assumed) {
        return setup(assumed, null, new PriceSetup(true, Map.of(), BigDecimal.TEN, true, "SEK"));
    }

    private static TenantSetup setup(boolean assumed, @Nullable StockSetup stock, @Nullable PriceSetup prices) {
        return SampleSetup.with(
                SampleSetup.tenant().with(List.of(SampleSetup.shop(null, stock, prices))),
                SampleSetup.specter(9999, assumed));
    }

    private List<ShopRef> newsAfter(TenantSetup setup) {
        follower.drain(setup);
        return books.dirtyForPrices(SHOP);
    }
}
