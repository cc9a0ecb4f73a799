package se.brygga.workflows.feed;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.PushActivities.Pushed;

/**
 * The pushes and comparisons that a loop has set off, beside its polls: one a shop at a time, so that no older value overtakes
 * a newer one. What is to be written stands in the database, so a push that is wanted again while it runs only looks once
 * more. For workflow code only.
 */
final class Pushes {

    /** A push that ended in a defect of ours is tried again, but not at once. */
    private static final Duration AFTER_DEFECT = Duration.ofMinutes(5);

    private final String what;
    private final BiFunction<PushActivities, ShopRef, Pushed> push;
    private final BiFunction<PushActivities, ShopRef, Pushed> compare;
    private final Set<ShopRef> toPush = new HashSet<>();
    private final Set<ShopRef> toCompare = new HashSet<>();
    /** In the order of their beginning, which a replay must repeat. */
    private final Map<ShopRef, CancellationScope> running = new LinkedHashMap<>();

    /** @param what stock or prices, for the summaries in the Temporal UI */
    Pushes(
            String what,
            BiFunction<PushActivities, ShopRef, Pushed> push,
            BiFunction<PushActivities, ShopRef, Pushed> compare) {
        this.what = what;
        this.push = push;
        this.compare = compare;
    }

    void follow(FeedNews news) {
        toPush.addAll(news.toPush());
        toCompare.addAll(news.toCompare());
        Stream.concat(news.toPush().stream(), news.toCompare().stream()).forEach(this::start);
    }

    /** Compares a shop, and blocks until that is done, or given up. */
    void compareNow(ShopRef shop) {
        toCompare.add(shop);
        start(shop);
        Workflow.await(() -> !running.containsKey(shop));
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
            while (toPush.contains(shop) || toCompare.contains(shop)) {
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
        try {
            // A comparison ends in a push.
            Pushed pushed = toCompare.remove(shop)
                    ? compare.apply(activities(shop, "compare"), shop)
                    : push.apply(activities(shop, "write"), shop);
            if (pushed.more()) {
                toPush.add(shop);
            }
        } catch (ActivityFailure cancelledOrDefect) {
            Workflow.sleep(AFTER_DEFECT);
            toPush.add(shop);
        }
    }

    private PushActivities activities(ShopRef shop, String verb) {
        return Workflow.newActivityStub(
                PushActivities.class, CallProfiles.shopPush(shop.tenant(), verb + " " + what + " of " + shop.shop()));
    }
}
