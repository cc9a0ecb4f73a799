package se.brygga.workflows.attention;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;

/** The signals and Updates of every workflow that may wait for a person. */
public interface AnswersAttention {

    /**
     * Follows an operator's decision. Returns when the decision is stored in the books. The Update id must be
     * {@link Decision#id()}, so that a decision that is sent twice counts once. A decision without an id gets the id of
     * the Update.
     *
     * @throws io.temporal.failure.ApplicationFailure (as an Update failure) if nothing waits
     *     ({@link NothingWaits#isIn}), if the decision does not fit, or if somebody else has just decided otherwise
     */
    @UpdateMethod(name = "decide")
    void decide(DecisionForm decision);

    @UpdateValidatorMethod(updateName = "decide")
    void validateDecision(DecisionForm decision);

    /** The order has changed in the shop. The workflow reads the order again if that may cure the cause. */
    @SignalMethod(name = "changedInShop")
    void changedInShop();

    /**
     * The books no longer hold what the workflow waits for, so nobody can decide. The workflow reads the order again.
     */
    @SignalMethod(name = "recheck")
    void recheck();
}
