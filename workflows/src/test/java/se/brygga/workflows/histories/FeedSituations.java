package se.brygga.workflows.histories;

import static org.awaitility.Awaitility.await;

import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.Steering;
import se.brygga.workflows.stage.ScriptedFeed;
import se.brygga.workflows.stage.ScriptedPushes;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.stage.Trouble;

/** The lives of loops. They never end, so each history is one of a workflow that runs, or of a run that was followed. */
final class FeedSituations {

    static final Map<String, Function<Stage, WorkflowStub>> ALL = all();

    private static final ShopRef SE = Stage.ORDER.shop();
    private static final ShopRef NO = new ShopRef(SE.tenant(), "kajak-no");

    private FeedSituations() {}

    private static Map<String, Function<Stage, WorkflowStub>> all() {
        Map<String, Function<Stage, WorkflowStub>> all = new LinkedHashMap<>();
        all.put("orders-changed", stage -> {
            stage.feed.poll.answers(ScriptedFeed.news(2, SE)).answers(ScriptedFeed.news(1, SE));
            return playedUntilPolls(stage, Feed.ORDERS, 3);
        });
        all.put("orders-poked", stage -> poked(stage, Feed.ORDERS));
        all.put("orders-poked-twice", stage -> {
            WorkflowStub loop = playedUntilPolls(stage, Feed.ORDERS, 1);
            stage.awaitPause(loop);
            CountDownLatch found = new CountDownLatch(1);
            stage.feed.poll.answersAfter(() -> Stage.waitFor(found), ScriptedFeed.news(1));
            loop.signal("poke");
            await().until(() -> polls(stage) == 2);
            loop.signal("poke");
            found.countDown();
            await().until(() -> polls(stage) == 4);
            return loop;
        });
        all.put("orders-paused-and-resumed", stage -> pausedAndResumed(stage, Feed.ORDERS));
        all.put("orders-defect", stage -> {
            stage.feed.poll.fails(Trouble.ourFault());
            WorkflowStub loop = stage.startFeed(Feed.ORDERS);
            stage.letPass(Duration.ofMinutes(6));
            return loop;
        });
        all.put("orders-continued-as-new", stage -> continuedAsNew(stage, Feed.ORDERS));
        all.put("orders-second-run", stage -> stage.latestRunOf(continuedAsNew(stage, Feed.ORDERS)));
        all.put("stock-push-and-comparison", stage -> pushedAndCompared(stage, Feed.STOCK));
        all.put("stock-continued-as-new", stage -> continuedAsNewAfterPush(stage, Feed.STOCK));
        all.put("stock-second-run", stage -> stage.latestRunOf(continuedAsNewAfterPush(stage, Feed.STOCK)));
        all.put("stock-continued-as-new-in-an-outage", stage -> continuedAsNewInAnOutage(stage, Feed.STOCK));
        all.put("prices-push-and-comparison", stage -> pushedAndCompared(stage, Feed.PRICES));
        all.put("prices-poked", stage -> poked(stage, Feed.PRICES));
        all.put("prices-paused-and-resumed", stage -> pausedAndResumed(stage, Feed.PRICES));
        all.put("prices-compared-when-asked", FeedSituations::comparedWhenAsked);
        all.put("prices-push-woken", FeedSituations::wokenPush);
        all.put("prices-continued-as-new", stage -> continuedAsNewAfterPush(stage, Feed.PRICES));
        all.put("prices-second-run", stage -> stage.latestRunOf(continuedAsNewAfterPush(stage, Feed.PRICES)));
        all.put("prices-continued-as-new-in-an-outage", stage -> continuedAsNewInAnOutage(stage, Feed.PRICES));
        return all;
    }

    private static WorkflowStub poked(Stage stage, Feed feed) {
        WorkflowStub loop = playedUntilPolls(stage, feed, 1);
        stage.awaitPause(loop);
        loop.signal("poke");
        await().until(() -> polls(stage) >= 2);
        return loop;
    }

    private static WorkflowStub pausedAndResumed(Stage stage, Feed feed) {
        WorkflowStub loop = playedUntilPolls(stage, feed, 1);
        stage.awaitPause(loop);
        stage.feed.poll.answers(ScriptedFeed.PAUSED).answers(ScriptedFeed.PAUSED);
        stage.steer(loop, new Steering("s-1", Steering.Kind.PAUSE, "anna", null));
        await().until(() -> polls(stage) == 2);
        stage.steer(loop, new Steering("s-2", Steering.Kind.INTERVAL, "anna", Duration.ofMinutes(30)));
        await().until(() -> polls(stage) == 3);
        stage.steer(loop, new Steering("s-3", Steering.Kind.RESUME, "anna", null));
        // The one that the operator's word sets off, and the first try of the next.
        await().until(() -> polls(stage) >= 5);
        return loop;
    }

    private static WorkflowStub pushedAndCompared(Stage stage, Feed feed) {
        stage.pushes.push.answers(ScriptedPushes.SOME).fails(Trouble.ourFault());
        stage.feed.poll.answers(ScriptedFeed.news(2, SE, NO)).answers(ScriptedFeed.night(SE, NO));
        WorkflowStub loop = playedUntilPolls(stage, feed, 3);
        stage.letPass(Duration.ofMinutes(10));
        return loop;
    }

    private static WorkflowStub comparedWhenAsked(Stage stage) {
        stage.pushes.compare.answers(ScriptedPushes.SOME);
        WorkflowStub loop = playedUntilPolls(stage, Feed.PRICES, 1);
        stage.awaitPause(loop);
        stage.compare(loop, NO);
        await().until(() -> stage.calls.countOf("pushPrices kajak-no") == 1);
        return loop;
    }

    private static WorkflowStub wokenPush(Stage stage) {
        stage.pushes.push.fails(Trouble.busy(Duration.ofDays(1))).fails(Trouble.ourFault());
        stage.feed.poll.answers(ScriptedFeed.news(1, SE));
        WorkflowStub loop = stage.startFeed(Feed.PRICES);
        stage.awaitRetryOf(loop, "PushPrices");
        loop.signal("poke");
        await().until(() -> stage.detailsOf(loop).contains("ended in a defect"));
        loop.signal("poke");
        await().until(() -> stage.calls.countOf("pushPrices kajak-se") == 3);
        return loop;
    }

    private static WorkflowStub continuedAsNewInAnOutage(Stage stage, Feed feed) {
        stage.pushes.push.alwaysFails(Trouble.busy(Duration.ofDays(1)));
        return continuedAsNew(stage, feed);
    }

    private static WorkflowStub continuedAsNew(Stage stage, Feed feed) {
        stage.feed.poll.alwaysAnswers(ScriptedFeed.news(1, SE));
        WorkflowStub loop = stage.startFeed(feed);
        stage.awaitEvent(loop, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
        stage.feed.poll.alwaysFails(ScriptedFeed.nothingNew());
        return loop;
    }

    /** The push ends after the cancel: the in-memory server cannot play both in one moment. */
    private static WorkflowStub continuedAsNewAfterPush(Stage stage, Feed feed) {
        CountDownLatch written = new CountDownLatch(1);
        stage.pushes.push.answersAfter(() -> Stage.waitFor(written), ScriptedPushes.ALL);
        stage.feed.poll.alwaysAnswers(ScriptedFeed.news(1, SE));
        WorkflowStub loop = stage.startFeed(feed);
        stage.awaitEvent(loop, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED);
        stage.feed.poll.alwaysFails(ScriptedFeed.nothingNew());
        written.countDown();
        stage.awaitEvent(loop, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
        return loop;
    }

    private static WorkflowStub playedUntilPolls(Stage stage, Feed feed, int polls) {
        WorkflowStub loop = stage.startFeed(feed);
        await().until(() -> polls(stage) == polls);
        return loop;
    }

    private static long polls(Stage stage) {
        return stage.calls.made().stream()
                .filter(call -> call.startsWith("poll "))
                .count();
    }
}
