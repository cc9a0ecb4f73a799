package se.brygga.workflows.feed;

import io.temporal.workflow.WorkflowInit;

/** Poll, and push what differs to each shop, while polling goes on; at night compare with the whole shop. */
public final class StockPollWorkflowImpl extends FeedLoop implements StockPollWorkflow {

    private final Pushes pushes;

    @WorkflowInit
    public StockPollWorkflowImpl(String tenant) {
        super(Feed.STOCK, tenant);
        this.pushes = new Pushes("stock", PushActivities::pushStock, PushActivities::compareStock);
    }

    @Override
    public void follow(String sameTenant) {
        while (goesOn()) {
            awaitNews().ifPresent(pushes::follow);
        }
        pushes.end();
        beginAnew();
    }
}
