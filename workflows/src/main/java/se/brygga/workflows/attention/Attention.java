package se.brygga.workflows.attention;

import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.UpdateInfo;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.FailureTypes;

/**
 * The waiting part of a workflow: it holds the cause while somebody must decide, and the answer when it has come. Of two
 * decisions one is followed, and the other is told of it. For workflow code only.
 */
public final class Attention {

    /** A decision on its way into the books. */
    private static final class Taken {

        private final Decision decision;
        private @Nullable Recorded recorded;

        private Taken(Decision decision) {
            this.decision = decision;
        }
    }

    private @Nullable Cause cause;
    private @Nullable Taken taken;
    private @Nullable String lastDecided;
    private boolean changedInShop;
    private boolean lookAgain;

    /**
     * Blocks until a decision stands in the books, or until a change in the shop is reason enough to look again. A decision that
     * the books refuse ends nothing: whoever sent it is told why.
     *
     * @param books writes a decision
     */
    public Answer await(Cause waitingFor, Function<Decision, Recorded> books) {
        cause = waitingFor;
        while (true) {
            Workflow.await(() -> taken != null || lookAgain || (changedInShop && waitingFor.curedByChangeInShop()));
            Taken made = taken;
            if (made == null) {
                cause = null;
                return new Answer.LookAgain();
            }
            Recorded recorded = books.apply(made.decision);
            made.recorded = recorded;
            taken = null;
            if (recorded instanceof Recorded.Followed) {
                cause = null;
                return new Answer.Decided(made.decision);
            }
        }
    }

    /**
     * For the Update's validator.
     *
     * @return the decision
     * @throws IllegalArgumentException it does not fit; the text is for whoever decides
     * @throws NothingWaits the workflow does not wait, or not yet
     */
    public Decision validate(@Nullable DecisionForm sent) {
        DecisionForm form = sent == null ? DecisionForm.of(null) : sent;
        form.problem().ifPresent(text -> {
            throw new IllegalArgumentException(text);
        });
        Decision made = form.decision("");
        Cause now = cause;
        if (now == null) {
            throw new NothingWaits(
                    "nothing waits for a decision here (any more)" + last() + "; look at the order's state first");
        }
        if (taken != null) {
            throw new IllegalArgumentException(justDecided());
        }
        made.objection(now).ifPresent(text -> {
            throw new IllegalArgumentException(text);
        });
        return made;
    }

    private String justDecided() {
        return "another decision has just been made" + last() + "; look at the order's state first";
    }

    private static ApplicationFailure refused(String why) {
        return ApplicationFailure.newNonRetryableFailure(why, FailureTypes.DECISION_REFUSED);
    }

    private String last() {
        return lastDecided == null ? "" : ": " + lastDecided;
    }

    /**
     * For the Update's handler. Returns when the decision stands in the books.
     *
     * @throws ApplicationFailure the books refuse it, or a decision that was sent in the same moment was first
     */
    public void decide(DecisionForm form) {
        Decision decision = form.decision(
                Workflow.getCurrentUpdateInfo().map(UpdateInfo::getUpdateId).orElse(""));
        if (taken != null || cause == null) {
            throw refused(justDecided());
        }
        Taken mine = new Taken(decision);
        taken = mine;
        lastDecided = decision.by() + " decided " + decision.kind().code() + " at "
                + Instant.ofEpochMilli(Workflow.currentTimeMillis());
        Workflow.await(() -> mine.recorded != null);
        if (mine.recorded instanceof Recorded.Refused(String why)) {
            throw refused(why);
        }
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

        /** Somebody has decided, and that stands in the books. */
        record Decided(Decision decision) implements Answer {}

        record LookAgain() implements Answer {}
    }
}
