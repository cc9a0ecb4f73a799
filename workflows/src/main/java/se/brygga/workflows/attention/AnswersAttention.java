package se.brygga.workflows.attention;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;

/** What every workflow understands that may wait for a person. */
public interface AnswersAttention {

    /**
     * Follows an operator's decision. The Update id must be {@link Decision#id()}: the same decision sent again is then
     * counted once.
     *
     * @throws io.temporal.failure.ApplicationFailure (as an Update failure) if nothing waits, or the decision does not fit
     *     the cause
     */
    @UpdateMethod(name = "decide")
    void decide(Decision decision);

    @UpdateValidatorMethod(updateName = "decide")
    void validateDecision(Decision decision);

    /** The order has changed in the shop: look again if that may cure what the order waits for. */
    @SignalMethod(name = "changedInShop")
    void changedInShop();

    /** What the workflow waits for stands in no book any more, so nobody can decide: look again. */
    @SignalMethod(name = "lookAgain")
    void lookAgain();
}
