package se.brygga.activities.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.brygga.activities.SampleSetup.SHOP;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.activities.ScriptedPush;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.push.SleepBook.Sleep;
import se.brygga.activities.push.SleepBook.Why;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.push.PushActivities;

/** That a shop is not written to stands in the books: why, since when, and until when. */
@Timeout(120)
class SleepingPushesTest {

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final Books books = new Books(time);
    private final ScriptedPush shop = new ScriptedPush();
    private @Nullable RuntimeException noOrders;
    private final PushActivities activities = books.pushes.activities(
            books.setups,
            ref -> {
                if (noOrders != null) {
                    throw noOrders;
                }
            },
            shop,
            shop);

    @Test
    void aRefusedPushSleepsUntilTheNextPollAndSaysWhy() {
        shop.failure = failure(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.FORBIDDEN, null);

        assertThat(activities.pushPrices(SHOP).refused()).isEqualTo("starweb-refused");
        time.advance(Duration.ofMinutes(1));
        assertThat(activities.pushPrices(SHOP).refused()).isEqualTo("starweb-refused");

        Sleep sleep = sleep(Feed.PRICES);
        assertThat(sleep.why()).isEqualTo(Why.REFUSED);
        assertThat(sleep.detail()).contains("scripted forbidden");
        assertThat(sleep.until()).isNull();
        assertThat(sleep.tries()).isEqualTo(2);
        assertThat(sleep.since()).isEqualTo(time.instant().minusSeconds(60));
        assertThat(books.sleeps.of(Feed.STOCK, SHOP)).isEmpty();
    }

    @Test
    void aNameThatTheShopDoesNotHaveLetsItSleepToo() {
        ShopPush.Names names = new ShopPush.Names();
        names.require(Phrase.PRICE_LIST.with("Wholesale"), Optional.empty());
        names.require(Phrase.PRICE_LIST.with("Retail"), Optional.empty());
        shop.failure = catchThrowableOfType(ShopPush.UnknownName.class, names::check);

        assertThat(activities.comparePrices(SHOP).refused()).isEqualTo("name-not-in-shop");

        assertThat(sleep(Feed.PRICES).detail())
                .isEqualTo("{not-in-the-shop|{price-list|Wholesale}, {price-list|Retail}}");
    }

    @Test
    void whatTheEngineIsToldIsWhatStandsInTheBooks() {
        shop.failure = failure(RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION, null);

        for (int seconds : new int[] {1, 2, 4}) {
            ApplicationFailure told = catchThrowableOfType(ApplicationFailure.class, () -> activities.pushStock(SHOP));

            assertThat(told.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(sleep(Feed.STOCK).until()).isEqualTo(time.instant().plusSeconds(seconds));
        }
        assertThat(sleep(Feed.STOCK).why()).isEqualTo(Why.AWAY);
    }

    @Test
    void aShopThatNamesATimeIsLeftAloneUntilThen() {
        shop.failure = failure(RemoteFailure.Kind.BUSY, RemoteFailure.Why.LIMIT, Duration.ofMinutes(15));

        ApplicationFailure told = catchThrowableOfType(ApplicationFailure.class, () -> activities.pushStock(SHOP));

        assertThat(told.getNextRetryDelay()).isEqualTo(Duration.ofMinutes(15));
        assertThat(sleep(Feed.STOCK).until()).isEqualTo(time.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void aShopWhoseOrdersCannotBeLookedForSleepsWithThatReason() {
        noOrders = ApplicationFailure.newFailure("the shop does not answer", FailureTypes.NOT_SENT);

        var _ = catchThrowableOfType(ApplicationFailure.class, () -> activities.pushStock(SHOP));

        assertThat(sleep(Feed.STOCK).detail()).isEqualTo("{orders-not-read|NotSent}");
    }

    @Test
    void aShopThatRefusesTheLookForOrdersIsTriedAgainWithTheNextPoll() {
        noOrders = ApplicationFailure.newFailure("the shop refuses our right", FailureTypes.REFUSED);

        assertThat(activities.pushStock(SHOP).refused()).isEqualTo("starweb-refused");

        assertThat(sleep(Feed.STOCK).why()).isEqualTo(Why.REFUSED);
        assertThat(sleep(Feed.STOCK).until()).isNull();
    }

    @Test
    void aDefectSleepsAsLongAsTheLoopDoes() {
        shop.failure = new IllegalStateException("not for the books: anna@example.com");

        var _ = catchThrowableOfType(IllegalStateException.class, () -> activities.pushStock(SHOP));

        assertThat(sleep(Feed.STOCK).why()).isEqualTo(Why.DEFECT);
        assertThat(sleep(Feed.STOCK).detail()).isEqualTo("{defect|IllegalStateException}");
        assertThat(sleep(Feed.STOCK).until()).isEqualTo(time.instant().plus(PushActivities.AFTER_DEFECT));
    }

    @Test
    void aShopThatTakesWhatIsWrittenToItSleepsNoMore() {
        shop.failure = failure(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.FORBIDDEN, null);
        activities.pushStock(SHOP);
        shop.failure = null;

        assertThat(activities.pushStock(SHOP).refused()).isNull();

        assertThat(books.sleeps.all()).isEmpty();
    }

    private Sleep sleep(Feed feed) {
        return Objects.requireNonNull(books.sleeps.of(feed, SHOP).orElse(null));
    }

    private static RemoteFailure failure(
            RemoteFailure.Kind kind, RemoteFailure.Why why, @Nullable Duration retryAfter) {
        return new RemoteFailure(RemoteSystem.STARWEB, kind, why, "scripted " + why.key(), retryAfter, null);
    }
}
