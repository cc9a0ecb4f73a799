package se.brygga.workflows.feed;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Follows a tenant's prices in Specter, for ever, and pushes differences to its shops. */
@WorkflowInterface
public interface PricePollWorkflow extends FollowsFeed {

    /** Never changes: open histories carry it. */
    String TYPE = "PricePoll";

    @WorkflowMethod(name = TYPE)
    void follow(String tenant);
}
