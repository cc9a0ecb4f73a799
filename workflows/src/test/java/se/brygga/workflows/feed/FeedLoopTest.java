package se.brygga.workflows.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.workflows.stage.ScriptedFeed;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.stage.Trouble;

/** What all loops share; played with the order feed, which does nothing else. */
@Tag("slow")
class FeedLoopTest {

    @RegisterExtension
    final Stage stage = new Stage();

    @ParameterizedTest
    @EnumSource
    void pollsAtOnceWhenItBeginsAndThenAsEachAttemptSays(Feed feed) {
        stage.startFeed(feed);

        stage.letPass(ScriptedFeed.INTERVAL.multipliedBy(3).plusSeconds(30));

        String poll = "poll " + feed.key() + " afresh";
        assertThat(stage.calls.made()).containsExactly(poll, poll, poll, poll);
    }

    @Test
    void waitsAfterNewsUntilTheNextPollIsDue() {
        stage.feed.poll.answers(ScriptedFeed.news(3));

        stage.startFeed(Feed.ORDERS);

        awaitCalls("poll orders afresh", "poll orders");
    }

    @Test
    void pollsAtOnceWhenPokedBetweenTwoPolls() {
        WorkflowStub loop = stage.startFeed(Feed.ORDERS);
        stage.awaitPause(loop);
        stage.feed.poll.answers(ScriptedFeed.news(1));

        loop.signal("poke");

        awaitCalls("poll orders afresh", "poll orders at once afresh", "poll orders");
        assertThat(stage.feed.overlapped()).isFalse();
    }

    @Test
    void goesOnAsTheSetUpSaysWhenAPokesPollBringsNothing() {
        stage.feed.poll.answers(ScriptedFeed.news(1));
        WorkflowStub loop = stage.startFeed(Feed.ORDERS);
        stage.awaitPause(loop);

        loop.signal("poke");

        awaitCalls("poll orders afresh", "poll orders", "poll orders at once", "poll orders");
        assertThat(stage.eventsOf(loop)).doesNotContain(EventType.EVENT_TYPE_TIMER_STARTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotSent", "OutcomeUnknown", "Busy", "Outage", "Refused"})
    void aPollThatAPokeAskedForIsOneTryAndIsMadeUpForWhenItsFailureSays(String failure) {
        stage.feed.poll.answers(ScriptedFeed.news(1)).fails(ScriptedFeed.nothingNew());
        WorkflowStub loop = stage.startFeed(Feed.ORDERS);
        stage.awaitPause(loop);
        stage.feed.poll.fails(ScriptedFeed.later(failure));

        loop.signal("poke");
        awaitCalls("poll orders afresh", "poll orders", "poll orders at once");

        stage.letPass(ScriptedFeed.INTERVAL.plusSeconds(10));
        awaitCalls("poll orders afresh", "poll orders", "poll orders at once", "poll orders at once");
    }

    @Test
    void aPollThatAPokeAskedForIsMadeAlsoWhenTheBooksWereAwayForAMoment() {
        stage.feed.poll.answers(ScriptedFeed.news(1)).fails(ScriptedFeed.nothingNew());
        WorkflowStub loop = stage.startFeed(Feed.ORDERS);
        stage.awaitPause(loop);
        stage.feed
                .poll
                .fails(ApplicationFailure.newFailure("scripted", "BooksUnavailable"))
                .answers(ScriptedFeed.news(1));

        loop.signal("poke");

        awaitCalls("poll orders afresh", "poll orders", "poll orders at once", "poll orders at once", "poll orders");
    }

    /** Cancelled before a worker has taken it up it would never ask, however often it is asked for. */
    @Test
    void aPollThatAPokeAskedForIsNotEndedByTheNextPoke() {
        WorkflowStub loop = stage.startFeed(Feed.ORDERS);
        stage.awaitPause(loop);
        CountDownLatch found = new CountDownLatch(1);
        stage.feed.poll.answersAfter(() -> Stage.waitFor(found), ScriptedFeed.news(1));
        loop.signal("poke");
        await().until(() -> stage.calls.countOf("poll orders at once afresh") == 1);

        loop.signal("poke");
        await().until(() -> handled(loop, 2));
        found.countDown();

        awaitCalls("poll orders afresh", "poll orders at once afresh", "poll orders at once", "poll orders");
        assertThat(stage.eventsOf(loop).stream().filter(EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED::equals))
                .as("only the first poll")
                .hasSize(1);
    }

    @Test
    void pollsOnceMoreWhenPokedDuringAPollThatBringsNews() {
        CountDownLatch found = new CountDownLatch(1);
        stage.feed.poll.answersAfter(() -> Stage.waitFor(found), ScriptedFeed.news(1));
        WorkflowStub loop = stage.startFeed(Feed.ORDERS);
        awaitCalls("poll orders afresh");

        loop.signal("poke");
        stage.awaitEvent(loop, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED);
        found.countDown();

        awaitCalls("poll orders afresh", "poll orders at once", "poll orders");
        assertThat(stage.feed.overlapped()).isFalse();
    }

    @Test
    void countsManyPokesDuringAPollAsOne() {
        CountDownLatch found = new CountDownLatch(1);
        stage.feed
                .poll
                .answersAfter(() -> Stage.waitFor(found), ScriptedFeed.news(1))
                .answers(ScriptedFeed.news(1));
        WorkflowStub loop = stage.startFeed(Feed.ORDERS);
        awaitCalls("poll orders afresh");

        loop.signal("poke");
        stage.awaitEvent(loop, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED);
        loop.signal("poke");
        loop.signal("poke");
        found.countDown();

        awaitCalls("poll orders afresh", "poll orders at once", "poll orders");
        assertThat(stage.feed.overlapped()).isFalse();
    }

    @Test
    void goesOnAfterADefectButNotAtOnce() {
        stage.feed.poll.fails(Trouble.ourFault());
        stage.startFeed(Feed.ORDERS);

        stage.letPass(Duration.ofMinutes(4));
        assertThat(stage.calls.made()).hasSize(1);

        stage.letPass(Duration.ofMinutes(2));
        assertThat(stage.calls.made()).contains("poll orders afresh").hasSizeGreaterThan(1);
    }

    @Test
    void aPokeEndsTheWaitAfterADefect() {
        stage.feed.poll.fails(Trouble.ourFault());
        WorkflowStub loop = stage.startFeed(Feed.ORDERS);
        stage.awaitEvent(loop, EventType.EVENT_TYPE_TIMER_STARTED);

        loop.signal("poke");

        await().untilAsserted(() -> assertThat(stage.calls.made())
                .startsWith("poll orders afresh", "poll orders at once afresh", "poll orders afresh"));
    }

    @Test
    void beginsAnewInGoodTimeWithAPollLikeTheFirst() {
        stage.feed.poll.alwaysAnswers(ScriptedFeed.news(1));

        WorkflowStub loop = stage.startFeed(Feed.ORDERS);

        stage.awaitEvent(loop, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
        await().until(() -> stage.calls.countOf("poll orders afresh") == 2);
        assertThat(stage.historyOf(loop.getExecution()).getEvents()).hasSizeLessThan(1500);
    }

    @Test
    void beginsAnewAlsoWhenPollsBringNothingButDefects() {
        stage.feed.poll.alwaysFails(Trouble.ourFault());
        WorkflowStub loop = stage.startFeed(Feed.ORDERS);

        stage.letPass(Duration.ofHours(5));

        stage.awaitEvent(loop, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
    }

    @Test
    void endsWhenItIsCancelled() {
        WorkflowStub loop = stage.startFeed(Feed.ORDERS);
        stage.awaitPause(loop);

        loop.cancel();

        assertThatThrownBy(() -> stage.awaitEndOf(loop))
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
    }

    /** Whether so many pokes have been seen by the loop. */
    private boolean handled(WorkflowStub loop, int pokes) {
        List<EventType> events = stage.eventsOf(loop);
        int last = events.lastIndexOf(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED);
        return events.stream()
                                .filter(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED::equals)
                                .count()
                        == pokes
                && events.subList(last, events.size()).contains(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
    }

    private void awaitCalls(String... calls) {
        await().untilAsserted(() -> assertThat(stage.calls.made()).containsExactly(calls));
    }
}
