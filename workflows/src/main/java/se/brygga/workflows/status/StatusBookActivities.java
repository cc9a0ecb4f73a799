package se.brygga.workflows.status;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;

/** What a callback writes in the books beside its steps, which write their own outcomes. Every method may be repeated. */
@ActivityInterface
public interface StatusBookActivities {

    /** The callback waits because a step failed in a way that no step foresaw; {@code failure} is a type, no message. */
    void parkCallback(OrderRef order, Cause cause, String failure);

    /**
     * Records a decision: a skip settles the event that waits, a retry frees it. The decision's id makes a repeat harmless.
     *
     * @return refused if somebody else has just decided otherwise
     */
    Recorded recordCallbackDecision(OrderRef order, Decision decision);
}
