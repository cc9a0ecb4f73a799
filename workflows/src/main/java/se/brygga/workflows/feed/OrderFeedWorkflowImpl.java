package se.brygga.workflows.feed;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/** Poll; what a poll has found it has already handed on to the orders' callbacks. */
public final class OrderFeedWorkflowImpl implements OrderFeedWorkflow {

    private final FeedLoop loop;

    @WorkflowInit
    public OrderFeedWorkflowImpl(String tenant) {
        this.loop = new FeedLoop(Feed.ORDERS, tenant);
    }

    @Override
    public void follow(String tenant) {
        while (loop.goesOn()) {
            loop.awaitNews();
        }
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.continueAsNew(tenant);
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
