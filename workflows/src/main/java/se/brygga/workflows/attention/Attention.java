package se.brygga.workflows.attention;

import io.temporal.workflow.Workflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The waiting part of a workflow: it holds the cause while somebody must decide, and the answer when it has come. For
 * workflow code only.
 */
public final class Attention {

    /** The validator's objection while the workflow is not waiting. */
    public static final String NOTHING_WAITS =
            "nothing waits for a decision here (any more); look at the order's state first";

    private @Nullable Cause cause;
    private @Nullable Decision decision;
    private boolean changedInShop;
    private boolean lookAgain;

    /** Blocks until somebody decides, or until a change in the shop is reason enough to look again. */
    public Answer await(Cause waitingFor) {
        cause = waitingFor;
        decision = null;
        Workflow.await(() -> decision != null || lookAgain || (changedInShop && waitingFor.curedByChangeInShop()));
        cause = null;
        Decision made = decision;
        return made == null ? new Answer.LookAgain() : new Answer.Decided(made);
    }

    /** For the Update's validator: throws with a text for the operator. */
    public void validate(Decision made) {
        Cause now = cause;
        Optional<String> objection = now == null
                ? Optional.of(NOTHING_WAITS)
                : decision != null
                        ? Optional.of("another decision has just been made; look at the order's state first")
                        : made.objection(now);
        objection.ifPresent(text -> {
            throw new IllegalArgumentException(text);
        });
    }

    /** For the Update's handler. */
    public void decide(Decision made) {
        decision = made;
    }

    /** For the signal's handler. */
    public void changedInShop() {
        changedInShop = true;
    }

    /** For the signal's handler. */
    public void lookAgain() {
        lookAgain = true;
    }

    /** From here on only later changes count; call before the order is read. */
    public void startLooking() {
        changedInShop = false;
        lookAgain = false;
    }

    /** Whether the order has changed since {@link #startLooking()}. */
    public boolean changedWhileLooking() {
        return changedInShop;
    }

    /** What ended the wait. */
    public sealed interface Answer {

        record Decided(Decision decision) implements Answer {}

        record LookAgain() implements Answer {}
    }
}
