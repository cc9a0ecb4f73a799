package se.brygga.workflows.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.stage.ScriptedFeed;
import se.brygga.workflows.stage.ScriptedPushes;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.stage.Trouble;

/** What StockPoll and PricePoll do beside their polls. */
@Tag("slow")
class PushesTest {

    private static final ShopRef SE = new ShopRef("nordkajak", "kajak-se");
    private static final ShopRef NO = new ShopRef("nordkajak", "kajak-no");

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void newsOfStockArePushedToEachShop() {
        stage.feed.poll.answers(ScriptedFeed.news(2, SE, NO));

        stage.startFeed(Feed.STOCK);

        awaitPushes("pushStock kajak-se", "pushStock kajak-no");
    }

    @Test
    void newsOfPricesArePushedToEachShop() {
        stage.feed.poll.answers(ScriptedFeed.news(2, SE, NO));

        stage.startFeed(Feed.PRICES);

        awaitPushes("pushPrices kajak-se", "pushPrices kajak-no");
    }

    @Test
    void pollsGoOnWhileAPushRuns() {
        CountDownLatch written = new CountDownLatch(1);
        stage.pushes.push.answersAfter(() -> Stage.waitFor(written), ScriptedPushes.ALL);
        stage.feed.poll.answers(ScriptedFeed.news(1, SE)).answers(ScriptedFeed.news(1, NO));

        stage.startFeed(Feed.STOCK);

        awaitPushes("pushStock kajak-se", "pushStock kajak-no");
        written.countDown();
    }

    @Test
    void aPushThatIsWantedAgainWhileItRunsRunsOnceMoreAndNeverBesideItself() {
        CountDownLatch written = new CountDownLatch(1);
        stage.pushes.push.answersAfter(() -> Stage.waitFor(written), ScriptedPushes.ALL);
        stage.feed
                .poll
                .answers(ScriptedFeed.news(1, SE))
                .answers(ScriptedFeed.news(1, SE))
                .answers(ScriptedFeed.news(1, SE));
        WorkflowStub loop = stage.startFeed(Feed.STOCK);
        stage.awaitPause(loop);

        written.countDown();

        awaitPushes("pushStock kajak-se", "pushStock kajak-se");
        stage.letPass(Duration.ofHours(1));
        awaitPushes("pushStock kajak-se", "pushStock kajak-se");
        assertThat(stage.pushes.overlapped()).isFalse();
    }

    @Test
    void goesOnWhileThereIsMoreToWrite() {
        stage.pushes.push.answers(ScriptedPushes.SOME).answers(ScriptedPushes.SOME);
        stage.feed.poll.answers(ScriptedFeed.news(1, SE));

        stage.startFeed(Feed.STOCK);

        awaitPushes("pushStock kajak-se", "pushStock kajak-se", "pushStock kajak-se");
    }

    @Test
    void anOutageOfOneShopHoldsUpNeitherPollsNorTheOtherShop() {
        stage.pushes.push.fails(Trouble.notSent()).fails(Trouble.notSent());
        stage.feed.poll.answers(ScriptedFeed.news(1, SE)).answers(ScriptedFeed.news(1, NO));

        stage.startFeed(Feed.STOCK);
        stage.letPass(Duration.ofMinutes(10));

        assertThat(stage.calls.countOf("pushStock kajak-se") + stage.calls.countOf("pushStock kajak-no"))
                .isEqualTo(4);
    }

    @Test
    void aDefectIsTriedAgainLater() {
        stage.pushes.push.fails(Trouble.ourFault());
        stage.feed.poll.answers(ScriptedFeed.news(1, SE));
        stage.startFeed(Feed.STOCK);

        stage.letPass(Duration.ofMinutes(4));
        assertThat(stage.calls.countOf("pushStock kajak-se")).isEqualTo(1);

        stage.letPass(Duration.ofMinutes(2));
        assertThat(stage.calls.countOf("pushStock kajak-se")).isEqualTo(2);
    }

    @Test
    void comparesAtNightAndGoesOnWithPushesWhenThereIsMoreToMend() {
        stage.pushes.compare.answers(ScriptedPushes.SOME);
        stage.feed.poll.answers(ScriptedFeed.night(SE));

        stage.startFeed(Feed.STOCK);

        awaitPushes("compareStock kajak-se", "pushStock kajak-se");
    }

    @Test
    void comparesPricesToo() {
        stage.feed.poll.answers(ScriptedFeed.night(SE, NO));

        stage.startFeed(Feed.PRICES);

        awaitPushes("comparePrices kajak-se", "comparePrices kajak-no");
    }

    @ParameterizedTest
    @EnumSource(names = {"STOCK", "PRICES"})
    void comparesAShopWhenAsked(Feed feed) {
        WorkflowStub loop = stage.startFeed(feed);
        stage.awaitPause(loop);

        stage.compare(loop, NO);

        awaitPushes(feed == Feed.STOCK ? "compareStock kajak-no" : "comparePrices kajak-no");
    }

    @Test
    void aPokeWakesAPushThatSleepsAfterADefect() {
        stage.pushes.push.fails(Trouble.ourFault());
        stage.feed.poll.answers(ScriptedFeed.news(1, SE));
        WorkflowStub loop = stage.startFeed(Feed.STOCK);
        await().untilAsserted(() ->
                assertThat(stage.detailsOf(loop)).contains("kajak-se: ended in a defect", "sleeps until"));

        loop.signal("poke");

        awaitPushes("pushStock kajak-se", "pushStock kajak-se");
        await().untilAsserted(() -> assertThat(stage.detailsOf(loop)).doesNotContain("kajak-se"));
    }

    @Test
    void aPokeWakesAPushThatWaitsForAShop() {
        stage.pushes.push.fails(Trouble.busy(Duration.ofDays(1))).fails(Trouble.busy(Duration.ofDays(1)));
        stage.feed.poll.answers(ScriptedFeed.news(1, SE));
        WorkflowStub loop = stage.startFeed(Feed.STOCK);
        stage.awaitRetryOf(loop, "PushStock");

        loop.signal("poke");

        awaitPushes("pushStock kajak-se", "pushStock kajak-se", "pushStock kajak-se");
        assertThat(stage.pushes.overlapped()).isFalse();
    }

    @Test
    void aPokeLeavesATryThatRunsToItsEnd() {
        CountDownLatch written = new CountDownLatch(1);
        stage.pushes.push.answersAfter(() -> Stage.waitFor(written), ScriptedPushes.ALL);
        stage.feed.poll.answers(ScriptedFeed.news(1, SE));
        WorkflowStub loop = stage.startFeed(Feed.STOCK);
        awaitPushes("pushStock kajak-se");

        loop.signal("poke");
        stage.awaitEvent(loop, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED);
        written.countDown();

        stage.letPass(Duration.ofHours(1));
        awaitPushes("pushStock kajak-se");
        assertThat(stage.pushes.overlapped()).isFalse();
    }

    @Test
    void aComparisonThatIsAskedForDoesNotWaitForAPushThatWaits() {
        stage.pushes.push.alwaysFails(Trouble.busy(Duration.ofDays(1)));
        stage.feed.poll.answers(ScriptedFeed.news(1, SE));
        WorkflowStub loop = stage.startFeed(Feed.PRICES);
        stage.awaitRetryOf(loop, "PushPrices");

        stage.compare(loop, SE);

        awaitPushes("pushPrices kajak-se", "comparePrices kajak-se");
    }

    @Test
    void aRefusalIsToldWhereTheLoopIsLookedAt() {
        stage.pushes.push.answers(ScriptedPushes.REFUSED);
        stage.feed.poll.answers(ScriptedFeed.news(1, SE));

        WorkflowStub loop = stage.startFeed(Feed.PRICES);

        await().untilAsserted(() -> assertThat(stage.detailsOf(loop)).contains("kajak-se: refused (starweb-refused)"));
    }

    @Test
    void aComparisonWaitsForTheShopsPush() {
        CountDownLatch written = new CountDownLatch(1);
        stage.pushes.push.answersAfter(() -> Stage.waitFor(written), ScriptedPushes.ALL);
        stage.feed.poll.answers(ScriptedFeed.news(1, SE)).answers(ScriptedFeed.night(SE));
        WorkflowStub loop = stage.startFeed(Feed.STOCK);
        stage.awaitPause(loop);
        awaitPushes("pushStock kajak-se");

        written.countDown();

        awaitPushes("pushStock kajak-se", "compareStock kajak-se");
        assertThat(stage.pushes.overlapped()).isFalse();
    }

    @Test
    void aNewRunWaitsForThePushThatIsUnderWay() {
        CountDownLatch written = new CountDownLatch(1);
        stage.pushes.push.answersAfter(() -> Stage.waitFor(written), ScriptedPushes.ALL);
        stage.feed.poll.alwaysAnswers(ScriptedFeed.news(1, SE));
        WorkflowStub loop = stage.startFeed(Feed.STOCK);
        stage.awaitEvent(loop, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED);
        assertThat(stage.eventsOf(loop)).doesNotContain(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);

        written.countDown();

        stage.awaitEvent(loop, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
        assertThat(stage.pushes.overlapped()).isFalse();
    }

    @Test
    void aNewRunDoesNotWaitForAShopThatIsAway() {
        stage.pushes.push.alwaysFails(Trouble.busy(Duration.ofDays(1)));
        stage.feed.poll.alwaysAnswers(ScriptedFeed.news(1, SE));

        WorkflowStub loop = stage.startFeed(Feed.STOCK);

        stage.awaitEvent(loop, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
    }

    private void awaitPushes(String... pushes) {
        await().untilAsserted(() -> assertThat(stage.calls.made().stream().filter(call -> !call.startsWith("poll")))
                .containsExactlyInAnyOrder(pushes));
    }
}
