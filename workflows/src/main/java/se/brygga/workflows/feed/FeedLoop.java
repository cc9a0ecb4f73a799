package se.brygga.workflows.feed;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.FailureTypes;

/**
 * The part that all loops share: one poll at a time, which a poke ends early. What was pulled and where it stands lies in the
 * database, so a run holds nothing to lose: each begins as if the engine had lost its memory. For workflow code only.
 */
abstract class FeedLoop implements FollowsFeed {

    /** With its pushes a cycle is about 20 events: below the size at which histories get slow to replay. */
    private static final int CYCLES_PER_RUN = 150;

    /** A poll that ended in a defect of ours is tried again, but not at once. */
    private static final Duration AFTER_DEFECT = Duration.ofMinutes(5);

    private final Feed feed;
    private final String tenant;
    private boolean poked;
    private boolean afresh = true;
    private int cycles;

    FeedLoop(Feed feed, String tenant) {
        this.feed = feed;
        this.tenant = tenant;
        Workflow.setCurrentDetails("Follows **" + feed.key() + "** of " + tenant
                + "\n\nThe pending activity's retries are the polls; its last failure says what the last one found.");
    }

    @Override
    public final void poke() {
        poked = true;
    }

    @Override
    public final void validateSteering(Steering steering) {
        steering.objection().ifPresent(text -> {
            throw new IllegalArgumentException(text);
        });
    }

    /** Books it, and lets the next poll follow it at once. */
    @Override
    public final void steer(Steering steering) {
        String summary = steering.kind().name().toLowerCase(Locale.ROOT);
        Workflow.newActivityStub(FeedActivities.class, CallProfiles.booking(tenant, summary))
                .steer(feed, tenant, steering);
        poked = true;
    }

    /** Whether this run has room for another cycle. */
    final boolean goesOn() {
        return cycles < CYCLES_PER_RUN && !Workflow.getInfo().isContinueAsNewSuggested();
    }

    /** Blocks until a poll has ended; empty when it brought nothing to follow: paused, ended by a poke, or a defect. */
    final Optional<FeedNews> awaitNews() {
        cycles++;
        Optional<FeedNews> news = poll();
        if (news.isPresent() && news.get().paused()) {
            Workflow.await(() -> poked);
            return Optional.empty();
        }
        afresh &= news.isEmpty();
        return news;
    }

    /**
     * A poll that was asked for is one try, which later pokes do not end: cancelled before a worker has taken it up it would
     * never ask Specter, however often it is asked for. They lead to one more poll when it has ended.
     */
    private Optional<FeedNews> poll() {
        boolean askedFor = poked;
        poked = false;
        String summary = "poll Specter's journal of " + feed.key();
        FeedActivities activities = Workflow.newActivityStub(
                FeedActivities.class,
                askedFor ? CallProfiles.feedPollAskedFor(tenant, summary) : CallProfiles.feedPoll(tenant, summary));
        CompletablePromise<FeedNews> polling = Workflow.newPromise();
        CancellationScope scope = Workflow.newCancellationScope(
                () -> polling.completeFrom(Async.function(activities::awaitNews, feed, tenant, askedFor, afresh)));
        scope.run();
        Workflow.await(() -> polling.isCompleted() || (poked && !askedFor));
        if (!polling.isCompleted()) {
            // Between two tries this ends it at once; a try that runs is let end, so that there are never two.
            scope.cancel("poked");
        }
        try {
            return Optional.of(polling.get());
        } catch (ActivityFailure ended) {
            if (isDefect(ended) && !poked) {
                Workflow.await(AFTER_DEFECT, () -> poked);
            }
            return Optional.empty();
        }
    }

    /** Neither ended by a poke nor a single try that brought nothing. */
    private static boolean isDefect(ActivityFailure ended) {
        return ended.getCause() instanceof ApplicationFailure failure
                && failure.getType().equals(FailureTypes.OUR_FAULT);
    }

    /** The next run begins with a poll, so a poke that came too late for this one is not lost. */
    final void beginAnew() {
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.continueAsNew(tenant);
    }
}
