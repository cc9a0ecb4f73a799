package se.brygga.workflows.feed;

import io.temporal.workflow.WorkflowInit;

/** What all loops do whose news go to shops. */
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
