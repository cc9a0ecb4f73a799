package se.brygga.workflows.feed;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import se.brygga.workflows.CallProfiles;

/**
 * The part that all loops share: one poll at a time, which a poke ends early. What was pulled and where it stands lies in the
 * database, so the loop holds nothing to lose. For workflow code only.
 */
final class FeedLoop {

    /** With its pushes a cycle is about 20 events: below the size at which histories get slow to replay. */
    private static final int CYCLES_PER_RUN = 150;

    /** A poll that ended in a defect of ours is tried again, but not at once. */
    private static final Duration AFTER_DEFECT = Duration.ofMinutes(5);

    private final Feed feed;
    private final String tenant;
    private boolean poked;
    private boolean afresh = Workflow.getInfo().getContinuedExecutionRunId().isEmpty();
    private int cycles;

    FeedLoop(Feed feed, String tenant) {
        this.feed = feed;
        this.tenant = tenant;
        Workflow.setCurrentDetails("Follows **" + feed.key() + "** of " + tenant
                + "\n\nThe pending activity's retries are the polls; its last failure says when the next one comes."
                + " `brygga feeds list` shows what was found.");
    }

    /** Whether this run has room for another cycle. */
    boolean goesOn() {
        WorkflowInfo info = Workflow.getInfo();
        return cycles < CYCLES_PER_RUN && !info.isContinueAsNewSuggested();
    }

    void poke() {
        poked = true;
    }

    static void validate(Steering steering) {
        steering.objection().ifPresent(text -> {
            throw new IllegalArgumentException(text);
        });
    }

    /** Books it, and lets the next poll follow it at once. */
    void steer(Steering steering) {
        Workflow.newActivityStub(
                        FeedActivities.class,
                        CallProfiles.booking(tenant, steering.kind().name().toLowerCase(Locale.ROOT)))
                .steer(feed, tenant, steering);
        poked = true;
    }

    /** Blocks until there is news that somebody must follow. */
    FeedNews awaitNews() {
        while (true) {
            cycles++;
            boolean now = poked || afresh;
            poked = false;
            Optional<FeedNews> news = poll(now);
            if (news.isEmpty()) {
                continue;
            }
            afresh = false;
            if (!news.get().paused()) {
                return news.get();
            }
            Workflow.await(() -> poked);
        }
    }

    /** Empty when a poke ended it, or a defect. */
    private Optional<FeedNews> poll(boolean now) {
        FeedActivities activities = Workflow.newActivityStub(
                FeedActivities.class, CallProfiles.feedPoll(tenant, "poll Specter's journal of " + feed.key()));
        CompletablePromise<FeedNews> polling = Workflow.newPromise();
        CancellationScope scope = Workflow.newCancellationScope(
                () -> polling.completeFrom(Async.function(activities::awaitNews, feed, tenant, now, afresh)));
        scope.run();
        Workflow.await(() -> polling.isCompleted() || poked);
        if (!polling.isCompleted()) {
            // Between two tries this ends it at once; a try that runs is let end, so that there are never two.
            scope.cancel("poked");
        }
        try {
            return Optional.of(polling.get());
        } catch (ActivityFailure failure) {
            if (!poked && !endedByCancel(failure)) {
                Workflow.await(AFTER_DEFECT, () -> poked);
            }
            CancellationScope.throwCanceled();
            return Optional.empty();
        }
    }

    private static boolean endedByCancel(ActivityFailure failure) {
        Throwable cause = failure.getCause();
        return cause instanceof CanceledFailure
                || (cause instanceof ApplicationFailure application && !application.isNonRetryable());
    }
}
