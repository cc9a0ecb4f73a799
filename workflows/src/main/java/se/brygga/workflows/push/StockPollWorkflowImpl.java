package se.brygga.workflows.push;

import io.temporal.workflow.WorkflowInit;
import se.brygga.workflows.feed.Feed;

/** Polls stock, pushes and compares it, as {@link PushLoop} does. */
public final class StockPollWorkflowImpl extends PushLoop implements StockPollWorkflow {

    @WorkflowInit
    public StockPollWorkflowImpl(String tenant) {
        super(Feed.STOCK, tenant, PushActivities::pushStock, PushActivities::compareStock);
    }

    @Override
    public void follow(String sameTenant) {
        pollAndPush();
    }
}
