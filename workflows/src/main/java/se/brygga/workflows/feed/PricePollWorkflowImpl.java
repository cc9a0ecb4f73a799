package se.brygga.workflows.feed;

import io.temporal.workflow.WorkflowInit;
import se.brygga.workflows.ShopRef;

/** Poll, and push what differs to each shop, while polling goes on; at night compare with the whole shop. */
public final class PricePollWorkflowImpl extends FeedLoop implements PricePollWorkflow {

    private final Pushes pushes;

    @WorkflowInit
    public PricePollWorkflowImpl(String tenant) {
        super(Feed.PRICES, tenant);
        this.pushes = new Pushes("prices", PushActivities::pushPrices, PushActivities::comparePrices);
    }

    @Override
    public void follow(String sameTenant) {
        while (goesOn()) {
            awaitNews().ifPresent(pushes::follow);
        }
        pushes.end();
        beginAnew();
    }

    @Override
    public void compare(ShopRef shop) {
        pushes.compareNow(shop);
    }
}
