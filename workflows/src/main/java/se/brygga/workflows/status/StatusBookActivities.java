package se.brygga.workflows.status;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;

/**
 * What a callback writes in the books beside its steps, which write their own outcomes. Every method is idempotent.
 */
@ActivityInterface
public interface StatusBookActivities {

    /**
     * Parks the callback, because a step failed in a way that no step foresaw.
     *
     * @param failure type of the failure, never its message
     */
    void parkCallback(OrderRef order, Cause cause, String failure);

    /**
     * Stores a decision. A skip settles the event that waits; a retry frees it. Idempotent by the decision's id.
     *
     * @return Refused if somebody else has just decided otherwise
     */
    Recorded recordCallbackDecision(OrderRef order, Decision decision);
}
