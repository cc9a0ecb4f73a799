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
 * The part of a workflow that waits for a person. Holds the cause while a decision is needed, and then the answer. Only
 * one of two simultaneous decisions is followed; the sender of the other is told of the first. For workflow code only.
 */
public final class Attention {

    /** A decision that is being stored in the books. */
    private static final class Taken {

        private final Decision decision;
        private @Nullable Recorded recorded;

        private Taken(Decision decision) {
            this.decision = decision;
        }
    }

    /** Who decided what, and when. */
    private record Deed(String who, Decision.Kind decision, Instant at) {}

    private @Nullable Cause cause;
    private @Nullable Taken taken;
    private @Nullable Deed lastDecided;
    private boolean changedInShop;
    private boolean recheck;

    /**
     * Blocks until a decision is stored in the books, or until a change in the shop is reason to read the order again.
     * A decision that the books refuse does not end the wait; its sender is told why.
     *
     * @param books stores a decision
     */
    public Answer await(Cause waitingFor, Function<Decision, Recorded> books) {
        cause = waitingFor;
        while (true) {
            Workflow.await(() -> taken != null || recheck || (changedInShop && waitingFor.curedByChangeInShop()));
            Taken made = taken;
            if (made == null) {
                cause = null;
                return new Answer.Recheck();
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
     * Checks a decision in the Update's validator.
     *
     * @return the decision
     * @throws IllegalArgumentException the decision does not fit; {@link UpdateRefused} reads why
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
     * Stores a decision in the Update's handler. Returns when the books hold the decision.
     *
     * @throws ApplicationFailure the books refuse the decision, or another decision of the same moment was first
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
    public void recheck() {
        recheck = true;
    }

    /** Forgets earlier changes of the order, so that only later ones count. Call this before the order is read. */
    public void startLooking() {
        changedInShop = false;
        recheck = false;
    }

    /** Whether the order has changed since {@link #startLooking()}. */
    public boolean changedWhileLooking() {
        return changedInShop;
    }

    /** What ended the wait. */
    public sealed interface Answer {

        /** A person has decided, and the books hold the decision. */
        record Decided(Decision decision) implements Answer {}

        record Recheck() implements Answer {}
    }
}
