package se.brygga.workflows.feed;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Follows what happens in Specter to a tenant's orders, for ever; each event goes to a StatusCallback. */
@WorkflowInterface
public interface OrderFeedWorkflow extends FollowsFeed {

    /** Never changes: open histories carry it. */
    String TYPE = "OrderFeed";

    @WorkflowMethod(name = TYPE)
    void follow(String tenant);
}
