package se.brygga.workflows.transfer;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;

/** What a transfer writes in the books beside its steps, which write their own outcomes. Every method may be repeated. */
@ActivityInterface
public interface BookkeepingActivities {

    /**
     * The order waits because a step failed in a way that no step foresaw.
     *
     * @param failure type of the failure; no message, because a message might say too much
     * @return what the order waits for: another cause than the given one if an attempt may have reached Specter
     */
    Cause parkOrder(Question question, Cause cause, String failure);

    /**
     * Records a decision and what it makes of the order. The decision's id makes a repeat harmless.
     *
     * @return refused if somebody else has just decided otherwise, or if the Specter number cannot be this order's
     */
    Recorded recordDecision(Question question, Decision decision);
}
