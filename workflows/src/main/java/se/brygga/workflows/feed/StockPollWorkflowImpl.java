package se.brygga.workflows.feed;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.List;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.ShopRef;

/** Poll, and push what differs to each shop, while polling goes on; at night compare with the whole shop. */
public final class StockPollWorkflowImpl implements StockPollWorkflow {

    private final FeedLoop loop;
    private final Pushes pushes;
    private final Pushes comparisons;

    @WorkflowInit
    public StockPollWorkflowImpl(String tenant) {
        this.loop = new FeedLoop(Feed.STOCK, tenant);
        this.pushes = new Pushes(shop -> Workflow.newActivityStub(
                        PushActivities.class, CallProfiles.shopPush(tenant, "write stock of " + shop.shop()))
                .pushStock(shop));
        this.comparisons = new Pushes(shop -> Workflow.newActivityStub(
                        PushActivities.class, CallProfiles.shopPush(tenant, "compare stock of " + shop.shop()))
                .compareStock(shop));
    }

    @Override
    public void follow(String tenant) {
        while (loop.goesOn()) {
            FeedNews news = loop.awaitNews();
            pushes.start(news.toPush());
            comparisons.start(news.toCompare());
        }
        pushes.awaitEnd();
        comparisons.awaitEnd();
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.continueAsNew(tenant);
    }

    @Override
    public void compare(ShopRef shop) {
        comparisons.start(List.of(shop));
        comparisons.awaitEnd();
    }

    @Override
    public void poke() {
        loop.poke();
    }

    @Override
    public void steer(Steering steering) {
        loop.steer(steering);
    }

    @Override
    public void validateSteering(Steering steering) {
        FeedLoop.validate(steering);
    }
}
