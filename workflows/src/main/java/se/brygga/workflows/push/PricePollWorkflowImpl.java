package se.brygga.workflows.push;

import io.temporal.workflow.WorkflowInit;
import se.brygga.workflows.feed.Feed;

/** Polls prices, pushes and compares them, as {@link PushLoop} does. */
public final class PricePollWorkflowImpl extends PushLoop implements PricePollWorkflow {

    @WorkflowInit
    public PricePollWorkflowImpl(String tenant) {
        super(Feed.PRICES, tenant, PushActivities::pushPrices, PushActivities::comparePrices);
    }

    @Override
    public void follow(String sameTenant) {
        pollAndPush();
    }
}
