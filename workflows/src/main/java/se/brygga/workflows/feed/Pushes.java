package se.brygga.workflows.feed;

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
import se.brygga.workflows.feed.PushActivities.Pushed;

/**
 * The pushes and comparisons that a loop has set off, beside its polls: one a shop at a time, so that no older value overtakes
 * a newer one. What is to be written stands in the database, so a push that is wanted again while it runs only looks once
 * more. For workflow code only.
 */
final class Pushes {

    /** How the activity is called for stock, or for prices. */
    record Calls(
            String what,
            BiFunction<PushActivities, ShopRef, Pushed> push,
            BiFunction<PushActivities, ShopRef, Pushed> compare) {}

    private final Calls calls;
    private final Consumer<String> details;
    private final Set<ShopRef> toPush = new HashSet<>();
    private final Set<ShopRef> toCompare = new HashSet<>();
    /** Those whose next call is asked for. */
    private final Set<ShopRef> woken = new HashSet<>();
    /** In the order of their beginning, which a replay must repeat. */
    private final Map<ShopRef, CancellationScope> running = new LinkedHashMap<>();
    /** What a poke may end: a call that may wait for its next try, or a sleep. */
    private final Map<ShopRef, CancellationScope> wakeable = new LinkedHashMap<>();
    /** Why a shop's last call did not end well. */
    private final Map<ShopRef, String> troubles = new LinkedHashMap<>();

    /** @param details is told which shops wait, and why, for the Temporal UI; empty when none does */
    Pushes(Calls calls, Consumer<String> details) {
        this.calls = calls;
        this.details = details;
    }

    void follow(PollResult polled) {
        toPush.addAll(polled.toPush());
        toCompare.addAll(polled.toCompare());
        Stream.concat(polled.toPush().stream(), polled.toCompare().stream()).forEach(this::start);
    }

    /** A shop is to be compared now. */
    void compare(ShopRef shop) {
        toCompare.add(shop);
        start(shop);
        wake(shop);
    }

    /** A poke: whatever waits for another try makes one now. */
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
     * Blocks until nothing runs. A call that has begun is let end; what waits for another try is given up, because it may wait
     * for days. The next run pushes to all shops, and compares those whose comparison the books say is due.
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
            // What was given up is not begun again: a scope that is made in a cancelled one is none itself.
            while (!CancellationScope.current().isCancelRequested()
                    && (toPush.contains(shop) || toCompare.contains(shop))) {
                next(shop);
            }
        } catch (CanceledFailure ended) {
            // The run ends, or the workflow was cancelled, and its own thread says which.
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
     * A call that a poke ends, if it waits for its next try. It is followed by one that pokes leave alone: cancelled before a
     * worker has taken it up, a push would never be made, however often it is asked for.
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
     * No retry helps at once. A timeout tells only that a poke ended a call whose worker had died: a call that nobody ends is
     * tried again by the server, for as long as it takes.
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
