package se.brygga.activities.feed;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import se.brygga.workflows.Polling;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.FeedActivities;
import se.brygga.workflows.feed.FeedActivities.PollResult;
import se.brygga.workflows.feed.Steering;

/** Notes when each loop polls next, so that the books show without Temporal that a loop does not run. */
final class WatchedFeeds implements FeedActivities {

    /** Most polls take less than a second. A longer one is called late, which does no harm. */
    private static final Duration ONE_POLL = Duration.ofMinutes(2);

    /** The workflow begins the next attempt at once. */
    private static final Duration NEXT_TASK = Duration.ofSeconds(30);

    private final FeedActivities polls;
    private final LoopBook loops;

    WatchedFeeds(FeedActivities polls, LoopBook loops) {
        this.polls = polls;
        this.loops = loops;
    }

    @Override
    public PollResult poll(Feed feed, String tenant, boolean atOnce, boolean afresh) {
        String loop = feed.workflowId(tenant);
        loops.looks(loop, ONE_POLL);
        try {
            PollResult polled = polls.poll(feed, tenant, atOnce, afresh);
            loops.looks(loop, polled.paused() ? null : NEXT_TASK);
            return polled;
        } catch (ApplicationFailure told) {
            Duration pause = told.getNextRetryDelay();
            loops.looks(loop, pause == null ? Polling.AFTER_DEFECT : pause);
            throw told;
        }
    }

    @Override
    public void steer(Feed feed, String tenant, Steering steering) {
        polls.steer(feed, tenant, steering);
    }
}
