package se.brygga.activities.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.brygga.activities.Books;
import se.brygga.activities.ScriptedPush;
import se.brygga.activities.goods.ComparisonBook.Found;
import se.brygga.activities.goods.ComparisonBook.Made;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.push.PushActivities;

/** One attempt each, as the engine makes them: a comparison that is due is made once, and what it found is followed. */
@Timeout(120)
class ComparisonsTest {

    private final RemoteFailure away = failure(RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);

    private final MovableTime time = new MovableTime("2026-11-24T03:00:00Z");
    private final Books books = new Books(time);
    private final ScriptedPush shop = new ScriptedPush();
    private final PushActivities activities = books.pushes.activities(books.setups, ref -> {}, shop, shop);

    @ParameterizedTest
    @EnumSource(names = {"STOCK", "PRICES"})
    void theRetryOfAComparisonThatWasCutShortBeforeItsPushOnlyPushes(Feed feed) {
        books.comparisons.due(feed, List.of(SHOP));
        shop.failsToPush(away);

        assertThatThrownBy(() -> compare(feed)).isInstanceOf(ApplicationFailure.class);
        compare(feed);

        assertThat(shop.calls).containsExactly("compare", "push", "push");
        assertThat(due(feed, true)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STOCK", "PRICES"})
    void theRetryOfAComparisonThatWasCutShortComparesOnceMore(Feed feed) {
        books.comparisons.due(feed, List.of(SHOP));
        shop.failsToCompare(away);

        assertThatThrownBy(() -> compare(feed)).isInstanceOf(ApplicationFailure.class);
        assertThat(due(feed, false)).as("the engine repeats it").isEmpty();
        assertThat(due(feed, true)).as("unless it is lost").containsExactly(SHOP);
        compare(feed);

        assertThat(shop.calls).containsExactly("compare", "compare", "push");
    }

    @ParameterizedTest
    @EnumSource(names = {"STOCK", "PRICES"})
    void aComparisonThatIsRefusedIsDueAtTheNextPoll(Feed feed) {
        books.comparisons.due(feed, List.of(SHOP));
        shop.failsToCompare(failure(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.FORBIDDEN));

        compare(feed);

        assertThat(shop.calls).containsExactly("compare");
        assertThat(due(feed, false)).containsExactly(SHOP);
        assertThat(books.comparisons.last(feed, SHOP)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STOCK", "PRICES"})
    void whatAComparisonFoundStandsInTheBooksWithWhenItWasMadeAndForWhat(Feed feed) {
        Instant asked = books.comparisons.due(feed, List.of(SHOP));
        time.advance(Duration.ofSeconds(5));

        compare(feed);

        assertThat(books.comparisons.last(feed, SHOP))
                .contains(new Made(asked, asked.plusSeconds(5), new Found(10, 1, 0, 0)));
    }

    @ParameterizedTest
    @EnumSource(names = {"STOCK", "PRICES"})
    void aComparisonThatIsStoppedIsNeverBegun(Feed feed) {
        books.comparisons.due(feed, List.of(SHOP));

        assertThat(books.comparisons.stop(feed, SHOP)).isTrue();
        assertThat(books.comparisons.stop(feed, SHOP)).as("a second time").isFalse();
        compare(feed);

        assertThat(shop.calls).containsExactly("push");
        assertThat(books.comparisons.last(feed, SHOP)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STOCK", "PRICES"})
    void aComparisonThatIsStoppedWhileItRunsGivesUpAndIsNoTrouble(Feed feed) {
        books.comparisons.due(feed, List.of(SHOP));
        shop.whileItCompares(() -> {
            assertThat(books.comparisons.open(feed, SHOP).orElseThrow().read()).isEqualTo(5);
            books.comparisons.stop(feed, SHOP);
        });

        compare(feed);

        assertThat(shop.calls).containsExactly("compare", "push");
        assertThat(books.comparisons.last(feed, SHOP)).isEmpty();
        assertThat(books.sleeps.of(feed, SHOP)).isEmpty();
        assertThat(due(feed, true)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STOCK", "PRICES"})
    void whatIsAskedForWhileAComparisonRunsIsComparedAfterIt(Feed feed) {
        books.comparisons.due(feed, List.of(SHOP));
        shop.whileItCompares(() -> {
            time.advance(Duration.ofSeconds(1));
            books.comparisons.due(feed, List.of(SHOP));
        });

        compare(feed);
        assertThat(due(feed, false)).containsExactly(SHOP);
        compare(feed);

        assertThat(due(feed, true)).isEmpty();
    }

    private void compare(Feed feed) {
        var _ = feed == Feed.STOCK ? activities.compareStock(SHOP) : activities.comparePrices(SHOP);
    }

    private List<ShopRef> due(Feed feed, boolean afresh) {
        return books.comparisons.due(SHOP.tenant(), feed, List.of(SHOP), afresh);
    }

    private static RemoteFailure failure(RemoteFailure.Kind kind, RemoteFailure.Why why) {
        return new RemoteFailure(RemoteSystem.STARWEB, kind, why, "scripted " + why.key());
    }
}
