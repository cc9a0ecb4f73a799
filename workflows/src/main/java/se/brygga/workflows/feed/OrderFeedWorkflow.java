package se.brygga.workflows.feed;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Follows what happens to a tenant's orders in Specter, without end. Each event goes to a StatusCallback. */
@WorkflowInterface
public interface OrderFeedWorkflow extends FollowsFeed {

    /** The workflow type. It never changes, because open histories carry it. */
    String TYPE = "OrderFeed";

    @WorkflowMethod(name = TYPE)
    void follow(String tenant);
}
