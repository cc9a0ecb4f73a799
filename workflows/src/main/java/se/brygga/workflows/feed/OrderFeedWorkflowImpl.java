package se.brygga.workflows.feed;

import io.temporal.workflow.WorkflowInit;

/** Poll; what a poll has found it has already handed on to the orders' callbacks. */
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
