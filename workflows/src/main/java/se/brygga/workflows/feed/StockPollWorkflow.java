package se.brygga.workflows.feed;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Follows a tenant's stock in Specter, for ever, and pushes differences to its shops. */
@WorkflowInterface
public interface StockPollWorkflow extends FollowsFeed {

    /** Never changes: open histories carry it. */
    String TYPE = "StockPoll";

    @WorkflowMethod(name = TYPE)
    void follow(String tenant);
}
