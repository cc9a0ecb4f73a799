package se.brygga.workflows.feed;

import io.temporal.workflow.WorkflowInit;

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
