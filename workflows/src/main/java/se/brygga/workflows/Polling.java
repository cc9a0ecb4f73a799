package se.brygga.workflows;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;

/**
 * One poll at a time: an activity whose retries are the polls, and which a poke ends between two of them (ADR 7). For workflow
 * code only.
 */
public final class Polling {

    /** A poll that ended in a defect of ours is tried again, but not at once. */
    public static final Duration AFTER_DEFECT = Duration.ofMinutes(5);

    private boolean poked;

    /** Starts a poll. */
    @FunctionalInterface
    public interface Poll<T> {

        /** @param askedFor a poke asked for it: it is to be one try */
        Promise<T> start(boolean askedFor);
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
     * never ask, however often it is asked for. They lead to one more poll when it has ended.
     */
    public <T> Optional<T> next(Poll<T> poll) {
        boolean askedFor = poked;
        poked = false;
        CompletablePromise<T> polling = Workflow.newPromise();
        CancellationScope scope = Workflow.newCancellationScope(() -> polling.completeFrom(poll.start(askedFor)));
        scope.run();
        Workflow.await(() -> polling.isCompleted() || (poked && !askedFor));
        if (!polling.isCompleted()) {
            // Between two tries this ends it at once; a try that runs is let end, so that there are never two.
            scope.cancel("poked");
        }
        try {
            return Optional.of(polling.get());
        } catch (ActivityFailure ended) {
            if (isDefect(ended) && !poked) {
                Workflow.await(AFTER_DEFECT, () -> poked);
            }
            return Optional.empty();
        }
    }

    /** Neither ended by a poke nor a single try that brought nothing. */
    private static boolean isDefect(ActivityFailure ended) {
        return ended.getCause() instanceof ApplicationFailure failure
                && failure.getType().equals(FailureTypes.OUR_FAULT);
    }
}
