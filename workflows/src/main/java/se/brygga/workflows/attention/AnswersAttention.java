package se.brygga.workflows.attention;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;

/** What every workflow understands that may wait for a person. */
public interface AnswersAttention {

    /**
     * Follows an operator's decision: returns when it stands in the books. The Update id must be {@link Decision#id()}: the same
     * decision sent again is then counted once. One that is sent without an id gets that of the Update.
     *
     * @throws io.temporal.failure.ApplicationFailure (as an Update failure) if nothing waits ({@link NothingWaits#isIn}), if the
     *     decision does not fit, or if somebody else has just decided otherwise
     */
    @UpdateMethod(name = "decide")
    void decide(DecisionForm decision);

    @UpdateValidatorMethod(updateName = "decide")
    void validateDecision(DecisionForm decision);

    /** The order has changed in the shop: look again if that may cure what the order waits for. */
    @SignalMethod(name = "changedInShop")
    void changedInShop();

    /** What the workflow waits for stands in no book any more, so nobody can decide: look again. */
    @SignalMethod(name = "lookAgain")
    void lookAgain();
}
