package se.brygga.workflows.feed;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.PushActivities.Pushed;

/**
 * The pushes that a loop has set off: at most one a shop at a time, beside the polls. What is to be written stands in the
 * database, so a push that is wanted again while it runs only looks once more. For workflow code only.
 */
final class Pushes {

    /** A push that ended in a defect of ours is tried again, but not at once. */
    private static final Duration AFTER_DEFECT = Duration.ofMinutes(5);

    private final Function<ShopRef, Pushed> push;
    private final Set<ShopRef> wanted = new HashSet<>();
    private final Set<ShopRef> running = new HashSet<>();

    Pushes(Function<ShopRef, Pushed> push) {
        this.push = push;
    }

    void start(Collection<ShopRef> shops) {
        for (ShopRef shop : shops) {
            wanted.add(shop);
            if (running.add(shop)) {
                Async.procedure(() -> run(shop));
            }
        }
    }

    /** Blocks until all is written; before a continue-as-new. */
    void awaitEnd() {
        Workflow.await(running::isEmpty);
    }

    private void run(ShopRef shop) {
        try {
            while (wanted.remove(shop)) {
                if (pushOnce(shop)) {
                    wanted.add(shop);
                }
            }
        } finally {
            running.remove(shop);
        }
    }

    /** Whether there is more to write. */
    private boolean pushOnce(ShopRef shop) {
        try {
            return push.apply(shop).more();
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure) {
                throw failure;
            }
            Workflow.sleep(AFTER_DEFECT);
            return true;
        }
    }
}
