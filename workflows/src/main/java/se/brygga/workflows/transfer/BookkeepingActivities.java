package se.brygga.workflows.transfer;

import io.temporal.activity.ActivityInterface;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;

/** What a transfer writes in the books beside its steps, which write their own outcomes. Every method may be repeated. */
@ActivityInterface
public interface BookkeepingActivities {

    /**
     * The order waits because a step failed in a way that no step foresaw.
     *
     * @param workflowId who waits for the decision
     * @param failure type of the failure; no message, it might say too much
     * @return what it waits for: another cause than the given one if an attempt may have reached Specter; null from a worker
     *     of version 0.1, which always took the given one
     */
    @Nullable
    Cause holdOrder(OrderRef order, String workflowId, Cause cause, String failure);

    /**
     * Records a decision and what it makes of the order. The decision's id makes a repeat harmless.
     *
     * @return refused if somebody else has just decided otherwise, or if the Specter number cannot be this order's
     */
    Recorded recordDecision(OrderRef order, String workflowId, Decision decision);
}
