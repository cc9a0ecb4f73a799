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
 * One poll at a time: an activity whose retries are the polls, and which a poke ends between two of them (ADR 7). For workflow
 * code only.
 */
public final class Polling {

    /** A poll that ended in a defect of ours is tried again, but not at once. */
    public static final Duration AFTER_DEFECT = Duration.ofMinutes(5);

    private boolean poked;
    private boolean owed;

    /** When a poll begins, and how it ends. */
    public enum Begin {
        /** The first try waits for the pace; tries go on until one brings something. */
        PACED,
        /** A poke's poll has failed, and is made up for: the first try is now; tries go on until one is complete. */
        OWED,
        /** A poke has asked for it: now, and one try. */
        ASKED_FOR;

        public boolean atOnce() {
            return this != PACED;
        }
    }

    /** Starts a poll. */
    @FunctionalInterface
    public interface Poll<T> {

        Promise<T> start(Begin begin);
    }

    /** For the signal's handler: asks for a poll, now. */
    public void poke() {
        poked = true;
    }

    /** Blocks until somebody pokes. */
    public void awaitPoke() {
        Workflow.await(() -> poked);
    }

    /**
     * Blocks until a poll has ended; empty when it brought nothing to follow: ended by a poke, or a defect.
     *
     * <p>A poll that was asked for is one try, which later pokes do not end: cancelled before a worker has taken it up it would
     * never ask, however often it is asked for. They lead to one more poll when it has ended. What such a try has missed by a
     * failure is still wanted: the next poll begins when the failure says, and not at the pace, which is slow by then.
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
            // Between two tries this ends it at once; a try that runs is let end, so that there are never two.
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

    /** None after a poll that was ended by a poke, or a single try that found nothing new. */
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
