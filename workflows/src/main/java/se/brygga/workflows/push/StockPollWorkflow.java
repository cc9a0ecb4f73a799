package se.brygga.workflows.push;

import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.FollowsFeed;

/** Follows a tenant's stock in Specter, without end, and pushes differences to its shops. */
@WorkflowInterface
public interface StockPollWorkflow extends FollowsFeed {

    /** The workflow type. It never changes, because open histories carry it. */
    String TYPE = "StockPoll";

    @WorkflowMethod(name = TYPE)
    void follow(String tenant);

    /**
     * Has a whole shop compared, after the push or comparison that runs. The books say when the comparison was made and
     * what it found.
     */
    @UpdateMethod(name = "compare")
    void compare(ShopRef shop);

    @UpdateValidatorMethod(updateName = "compare")
    void validateComparison(@Nullable ShopRef shop);
}
