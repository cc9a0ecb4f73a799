package se.brygga.workflows.push;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.FeedActivities.PollResult;
import se.brygga.workflows.push.PushActivities.Pushed;

/**
 * The pushes and comparisons of a loop, which run beside its polls. A shop has one at a time, so that no older value
 * overtakes a newer one. The database holds what is to be written. So a push that is wanted while it runs is followed
 * by one more. For workflow code only.
 */
final class Pushes {

    /** The activities for stock, or those for prices. */
    record Calls(
            String what,
            BiFunction<PushActivities, ShopRef, Pushed> push,
            BiFunction<PushActivities, ShopRef, Pushed> compare) {}

    private final Calls calls;
    private final Consumer<String> details;
    private final Set<ShopRef> toPush = new HashSet<>();
    private final Set<ShopRef> toCompare = new HashSet<>();
    /** Shops whose next call was asked for by a poke. */
    private final Set<ShopRef> woken = new HashSet<>();
    /** Kept in the order in which they began, because a replay must repeat that order. */
    private final Map<ShopRef, CancellationScope> running = new LinkedHashMap<>();
    /** What a poke may end for each shop: a call that may wait for its next try, or a sleep. */
    private final Map<ShopRef, CancellationScope> wakeable = new LinkedHashMap<>();
    /** Why the last call of a shop failed. */
    private final Map<ShopRef, String> troubles = new LinkedHashMap<>();

    /** @param details gets the shops that wait, and why, for the Temporal UI; an empty text when none waits */
    Pushes(Calls calls, Consumer<String> details) {
        this.calls = calls;
        this.details = details;
    }

    void follow(PollResult polled) {
        toPush.addAll(polled.toPush());
        toCompare.addAll(polled.toCompare());
        Stream.concat(polled.toPush().stream(), polled.toCompare().stream()).forEach(this::start);
    }

    /** Has a shop compared now. */
    void compare(ShopRef shop) {
        toCompare.add(shop);
        start(shop);
        wake(shop);
    }

    /** Follows a poke: whatever waits for another try makes one now. */
    void wake() {
        List.copyOf(wakeable.keySet()).forEach(this::wake);
    }

    private void wake(ShopRef shop) {
        CancellationScope waiting = wakeable.get(shop);
        if (waiting != null) {
            woken.add(shop);
            waiting.cancel("poked");
        }
    }

    /**
     * Blocks until nothing runs. A running call ends by itself. A call that waits for another try is given up, because
     * it may wait for days. The next run makes the pushes and comparisons that the books say are due.
     */
    void end() {
        running.values().forEach(CancellationScope::cancel);
        Workflow.await(running::isEmpty);
    }

    private void start(ShopRef shop) {
        if (!running.containsKey(shop)) {
            CancellationScope scope = Workflow.newCancellationScope(() -> Async.procedure(this::run, shop));
            running.put(shop, scope);
            scope.run();
        }
    }

    private void run(ShopRef shop) {
        try {
            // Nothing is begun after the cancellation: a scope made inside a cancelled scope is cancelled too.
            while (!CancellationScope.current().isCancelRequested()
                    && (toPush.contains(shop) || toCompare.contains(shop))) {
                next(shop);
            }
        } catch (CanceledFailure ended) {
            // Either the run ends or the workflow was cancelled. The workflow's own thread tells which.
        } finally {
            running.remove(shop);
        }
    }

    private void next(ShopRef shop) {
        toPush.remove(shop);
        // A comparison ends in a push.
        boolean compares = toCompare.remove(shop);
        try {
            Pushed pushed = woken.remove(shop) ? call(shop, compares, true) : untilWoken(shop, compares);
            String refused = pushed.refused();
            tell(shop, refused == null ? "" : "refused (" + refused + "); the next poll tries again, or a poke");
            if (pushed.more()) {
                toPush.add(shop);
            }
        } catch (ActivityFailure ended) {
            (compares ? toCompare : toPush).add(shop);
            if (isOver(ended)) {
                sleep(shop);
            }
        }
    }

    /**
     * Makes a call that a poke ends while the call waits for its next try. The call after it is left alone by pokes.
     * Otherwise each poke could cancel a push before a worker takes it up, and the push would never be made.
     */
    private Pushed untilWoken(ShopRef shop, boolean compares) {
        CompletablePromise<Pushed> pushed = Workflow.newPromise();
        wakeable(shop, () -> pushed.complete(call(shop, compares, false)));
        return pushed.get();
    }

    private void wakeable(ShopRef shop, Runnable waiting) {
        CancellationScope scope = Workflow.newCancellationScope(waiting);
        wakeable.put(shop, scope);
        try {
            scope.run();
        } finally {
            wakeable.remove(shop);
        }
    }

    /** @param askedFor one try that reaches the shop, whatever comes of it */
    private Pushed call(ShopRef shop, boolean compares, boolean askedFor) {
        String summary = (compares ? "compare " : "write ") + calls.what() + " of " + shop.shop();
        PushActivities activities = Workflow.newActivityStub(
                PushActivities.class,
                askedFor
                        ? CallProfiles.shopPushAskedFor(shop.tenant(), summary)
                        : CallProfiles.shopPush(shop.tenant(), summary));
        return (compares ? calls.compare() : calls.push()).apply(activities, shop);
    }

    /**
     * Whether no immediate retry helps. A timeout only means that a poke ended a call whose worker had died. The server
     * itself retries a call that nobody ends, as long as needed.
     */
    private static boolean isOver(ActivityFailure ended) {
        return ended.getCause() instanceof ApplicationFailure failure
                && (failure.getType().equals(FailureTypes.OUR_FAULT)
                        || failure.getType().equals(FailureTypes.REFUSED));
    }

    private void sleep(ShopRef shop) {
        Instant until = Instant.ofEpochMilli(Workflow.currentTimeMillis()).plus(PushActivities.AFTER_DEFECT);
        tell(
                shop,
                "ended in a defect, see the last failed activity; sleeps until " + until.truncatedTo(ChronoUnit.SECONDS)
                        + ", or a poke");
        try {
            wakeable(shop, () -> Workflow.sleep(PushActivities.AFTER_DEFECT));
        } catch (CanceledFailure wokenOrEnded) {
            if (CancellationScope.current().isCancelRequested()) {
                throw wokenOrEnded;
            }
        }
    }

    private void tell(ShopRef shop, String trouble) {
        boolean changed =
                trouble.isEmpty() ? troubles.remove(shop) != null : !trouble.equals(troubles.put(shop, trouble));
        if (changed) {
            details.accept(troubles.entrySet().stream()
                    .map(entry -> "\n* " + entry.getKey().shop() + ": " + entry.getValue())
                    .collect(Collectors.joining()));
        }
    }
}
