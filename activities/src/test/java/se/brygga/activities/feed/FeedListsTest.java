package se.brygga.activities.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.clients.MovableTime;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.workflows.feed.Feed;

class FeedListsTest {

    private static final String TENANT = "nordkajak";

    private final MovableTime time = new MovableTime("2026-03-02T08:00:00Z");
    private Books books;
    private FeedLists lists;

    @BeforeEach
    void empty() {
        books = new Books(time);
        lists = new FeedLists(books.jdbc);
    }

    @Test
    void showsWhoHasPausedALoopAndSinceWhen() {
        books.feeds.drained(TENANT, Feed.STOCK, time.instant(), true);
        time.advance(Duration.ofMinutes(5));
        books.feeds.pause(TENANT, Feed.STOCK, "anna");
        books.feeds.every(TENANT, Feed.STOCK, Duration.ofMinutes(3));

        assertThat(lists.loops()).singleElement().satisfies(loop -> {
            assertThat(loop.newsAt()).isEqualTo(time.instant().minus(Duration.ofMinutes(5)));
            assertThat(loop.pausedBy()).isEqualTo("anna");
            assertThat(loop.pausedAt()).isEqualTo(time.instant());
            assertThat(loop.every()).isEqualTo(Duration.ofMinutes(3));
        });
    }

    @Test
    void showsOpenBatchesWithTheLoopThatPullsTheirJournal() {
        books.feeds.open(TENANT, FeedKind.PRICE_LISTS);
        FeedBook.Batch articles = books.feeds.open(TENANT, FeedKind.ARTICLES);
        books.feeds.stored(TENANT, FeedKind.ARTICLES, articles.batchNo(), 3, 0);
        FeedBook.Batch done = books.feeds.open(TENANT, FeedKind.ORDERS);
        books.feeds.stored(TENANT, FeedKind.ORDERS, done.batchNo(), 1, 0);
        books.feeds.acked(TENANT, FeedKind.ORDERS, done.batchNo());

        assertThat(lists.openBatches())
                .extracting(FeedLists.OpenBatch::feed, FeedLists.OpenBatch::kind, FeedLists.OpenBatch::stored)
                .containsExactlyInAnyOrder(
                        tuple(Feed.PRICES, "price-lists", false), tuple(Feed.PRICES, "articles", true));
    }

    @Test
    void countsBatchesOfOtherIntegrationsOfTheLastDay() {
        books.feeds.quoted(TENANT, FeedKind.STOCK, "too-old");
        time.advance(Duration.ofDays(2));
        books.feeds.quoted(TENANT, FeedKind.ARTICLES, "one");
        books.feeds.quoted(TENANT, FeedKind.PRICE_LISTS, "two");
        books.feeds.quoted(TENANT, FeedKind.PRICE_LISTS, "two");

        assertThat(lists.foreignSince(time.instant().minus(Duration.ofDays(1))))
                .containsExactly(new FeedLists.Foreign(TENANT, Feed.PRICES, 2));
    }
}
