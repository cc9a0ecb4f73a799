package se.brygga.workflows;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs one poll at a time. A poll is an activity whose retries are the polls (ADR 7). A poke ends the wait between two
 * polls. For workflow code only.
 */
public final class Polling {

    /** The pause before the next try after a poll that ended in a defect of ours. */
    public static final Duration AFTER_DEFECT = Duration.ofMinutes(5);

    private boolean poked;
    private boolean owed;

    /** When a poll begins and how it ends. */
    public enum Begin {
        /** The first try waits as the pace says. Tries go on until one brings something. */
        PACED,
        /**
         * Makes up for a failed poll that a poke had asked for. The first try is made now, and tries go on until one is
         * complete.
         */
        OWED,
        /** A poke asked for the poll: one try, made now. */
        ASKED_FOR;

        /** Whether the first try is made without a wait. */
        public boolean atOnce() {
            return this != PACED;
        }
    }

    /** Starts a poll of the given kind. */
    @FunctionalInterface
    public interface Poll<T> {

        Promise<T> start(Begin begin);
    }

    /** For the signal's handler: asks for a poll now. */
    public void poke() {
        poked = true;
    }

    /** Blocks until somebody pokes. */
    public void awaitPoke() {
        Workflow.await(() -> poked);
    }

    /**
     * Blocks until a poll has ended. Empty when there is nothing to follow: the poll was ended by a poke or a defect.
     *
     * <p>A poll that was asked for is one try, and later pokes do not end it. If they did, a poll could be cancelled
     * before a worker takes it up, each time anew. A later poke leads to one more poll after the end of this one.
     *
     * <p>What such a try has missed through a failure is still wanted. So the next poll begins at the time that the
     * failure names, not at the slow pace.
     */
    public <T> Optional<T> next(Poll<T> poll) {
        boolean askedFor = poked;
        Begin begin = askedFor ? Begin.ASKED_FOR : owed ? Begin.OWED : Begin.PACED;
        poked = false;
        owed = false;
        CompletablePromise<T> polling = Workflow.newPromise();
        CancellationScope scope = Workflow.newCancellationScope(() -> polling.completeFrom(poll.start(begin)));
        scope.run();
        Workflow.await(() -> polling.isCompleted() || (poked && !askedFor));
        if (!polling.isCompleted()) {
            // Between two tries the cancellation ends the activity at once. A running try ends by itself first, so that
            // there are never two.
            scope.cancel("poked");
        }
        try {
            return Optional.of(polling.get());
        } catch (ActivityFailure ended) {
            Duration pause = pauseAfter(ended);
            owed = askedFor && pause.isPositive();
            if (pause.isPositive() && !poked) {
                Workflow.await(pause, () -> poked);
            }
            return Optional.empty();
        }
    }

    /**
     * The pause before the next poll. Zero after a poll that a poke ended, or after a single try that found nothing
     * new.
     */
    private static Duration pauseAfter(ActivityFailure ended) {
        if (!(ended.getCause() instanceof ApplicationFailure failure)) {
            return Duration.ZERO;
        }
        return switch (failure.getType()) {
            case FailureTypes.OUR_FAULT -> AFTER_DEFECT;
            case FailureTypes.NOTHING_NEW -> Duration.ZERO;
            default -> Objects.requireNonNullElse(failure.getNextRetryDelay(), Duration.ZERO);
        };
    }
}
