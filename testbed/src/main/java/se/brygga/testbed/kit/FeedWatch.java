package se.brygga.testbed.kit;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.time.Instant;
import se.brygga.activities.feed.FeedBook;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.workflows.feed.Feed;

/** A tenant's loop, seen from outside. */
public final class FeedWatch {

    private static final int TICK_MILLIS = 500;
    private static final String POLL = "Poll";

    private final WorkflowClient temporal;
    private final FeedBook book;
    private final SpecterSimulator specter;
    private final Feed feed;
    private final String tenant;
    private final long account;

    public FeedWatch(Apps apps, SpecterSimulator specter, Feed feed, String tenant, long account) {
        this.temporal = apps.bean(WorkflowClient.class);
        this.book = apps.bean(FeedBook.class);
        this.specter = specter;
        this.feed = feed;
        this.tenant = tenant;
        this.account = account;
    }

    /** Lets the loop poll now; one that has not begun polls at its start. */
    public void poke() {
        try {
            temporal.newUntypedWorkflowStub(feed.workflowId(tenant)).signal("poke");
        } catch (WorkflowNotFoundException notBegun) {
            // The worker starts it some seconds after its own start.
        }
    }

    /**
     * Pokes until everything that was changed in Specter has been pulled, and everything that was pulled has been pushed.
     *
     * @throws IllegalStateException it is not at rest in time
     */
    public void awaitRest(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        Instant asked = Instant.now();
        while (!isAtRestSince(asked)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(feed.workflowId(tenant) + " is not at rest after " + atMost);
            }
            if (!hasBegun() || !isPushing()) {
                poke();
            }
            Thread.sleep(TICK_MILLIS);
        }
    }

    /**
     * Whether everything that was changed in Specter has been pulled and pushed. While a batch is being read, neither
     * Specter nor the books show it. So only a later poll that finds nothing proves that no change is left. Such a poll
     * begins after the push for the last changes has begun.
     */
    public boolean isAtRestSince(Instant asked) {
        FeedBook.State state = book.state(tenant, feed);
        return state.polledAt() != null
                && state.polledAt().isAfter(asked)
                && state.idle() > 0
                && state.failures() == 0
                && specter.account(account).pending(kind()) == 0
                && !isPushing();
    }

    private boolean hasBegun() {
        return book.state(tenant, feed).polledAt() != null;
    }

    private SimFeedKind kind() {
        return switch (feed) {
            case ORDERS -> SimFeedKind.ORDERS;
            case STOCK -> SimFeedKind.STOCK;
            case PRICES -> SimFeedKind.ARTICLES;
        };
    }

    /** Whether the loop does anything but wait for its next poll. */
    private boolean isPushing() {
        DescribeWorkflowExecutionResponse now = temporal.getWorkflowServiceStubs()
                .blockingStub()
                .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                        .setNamespace(temporal.getOptions().getNamespace())
                        .setExecution(WorkflowExecution.newBuilder().setWorkflowId(feed.workflowId(tenant)))
                        .build());
        return now.hasPendingWorkflowTask()
                || now.getPendingActivitiesList().stream()
                        .anyMatch(
                                pending -> !pending.getActivityType().getName().equals(POLL));
    }
}
