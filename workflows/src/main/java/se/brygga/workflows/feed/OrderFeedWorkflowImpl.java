package se.brygga.workflows.feed;

import io.temporal.workflow.WorkflowInit;

/** Only polls. The poll itself hands on its events to the callbacks of the orders. */
public final class OrderFeedWorkflowImpl extends FeedLoop implements OrderFeedWorkflow {

    @WorkflowInit
    public OrderFeedWorkflowImpl(String tenant) {
        super(Feed.ORDERS, tenant);
    }

    @Override
    public void follow(String sameTenant) {
        while (goesOn()) {
            nextPoll();
        }
        beginAnew();
    }
}
