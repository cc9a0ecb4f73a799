package se.brygga.workflows.transfer;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;

/**
 * What a transfer writes in the books beside its steps, which write their own outcomes. Every method is idempotent.
 */
@ActivityInterface
public interface BookkeepingActivities {

    /**
     * Parks the order, because a step failed in a way that no step foresaw.
     *
     * @param failure type of the failure, never its message, because a message may hold personal data
     * @return what the order waits for. This is another cause than the given one if an attempt may have reached Specter
     */
    Cause parkOrder(Question question, Cause cause, String failure);

    /**
     * Stores a decision and what it makes of the order. Idempotent by the decision's id.
     *
     * @return Refused if somebody else has just decided otherwise, or if the Specter number cannot be this order's
     */
    Recorded recordDecision(Question question, Decision decision);
}
