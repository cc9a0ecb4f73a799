package se.brygga.workflows.feed;

import io.temporal.workflow.WorkflowInit;

/** What all loops do whose news go to shops. */
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
