package se.brygga.workflows.attention;

import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.UpdateInfo;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.UpdateRefused;

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

    /** Who has decided what, and when. */
    private record Deed(String who, Decision.Kind decision, Instant at) {}

    private @Nullable Cause cause;
    private @Nullable Taken taken;
    private @Nullable Deed lastDecided;
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
     * @throws IllegalArgumentException it does not fit; {@link UpdateRefused} reads why
     * @throws NothingWaits the workflow does not wait, or not yet
     */
    public Decision validate(@Nullable DecisionForm sent) {
        DecisionForm form = sent == null ? DecisionForm.of(null) : sent;
        form.problem().ifPresent(Attention::refuse);
        Decision made = form.decision("");
        Cause now = cause;
        if (now == null) {
            throw new NothingWaits(lastDecided(Reason.NOTHING_WAITS));
        }
        if (taken != null) {
            throw UpdateRefused.byValidator(lastDecided(Reason.JUST_DECIDED));
        }
        made.objection(now).ifPresent(Attention::refuse);
        return made;
    }

    private static void refuse(Refusal why) {
        throw UpdateRefused.byValidator(why);
    }

    /** A refusal that names who was first. */
    private Refusal lastDecided(Reason reason) {
        Deed last = lastDecided;
        return last == null
                ? reason.of(null, null, null)
                : reason.of(last.who(), last.decision().code(), last.at());
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
            throw UpdateRefused.byHandler(lastDecided(Reason.JUST_DECIDED));
        }
        Taken mine = new Taken(decision);
        taken = mine;
        lastDecided = new Deed(decision.by(), decision.kind(), Instant.ofEpochMilli(Workflow.currentTimeMillis()));
        Workflow.await(() -> mine.recorded != null);
        if (mine.recorded instanceof Recorded.Refused(Refusal why)) {
            throw UpdateRefused.byHandler(why);
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
