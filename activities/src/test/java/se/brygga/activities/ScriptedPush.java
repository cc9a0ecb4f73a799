package se.brygga.activities;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.goods.ComparisonBook.Found;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.ShopSetup;
import se.brygga.workflows.ShopRef;

/** Stock or prices, whichever: what was called, in order. */
public final class ScriptedPush implements ShopPush {

    public final List<String> calls = new ArrayList<>();
    /** Each push fails so, until it is null again. */
    public @Nullable RuntimeException failure;

    private final Deque<RemoteFailure> pushes = new ArrayDeque<>();
    private final Deque<Runnable> comparisons = new ArrayDeque<>();

    public void failsToPush(RemoteFailure failure) {
        pushes.add(failure);
    }

    public void failsToCompare(RemoteFailure failure) {
        comparisons.add(() -> {
            throw failure;
        });
    }

    public void whileItCompares(Runnable action) {
        comparisons.add(action);
    }

    @Override
    public ShopRounds.Count push(ShopRef shop, ShopSetup setup, BooleanSupplier served) {
        calls.add("push");
        RuntimeException now = failure == null ? pushes.poll() : failure;
        if (now != null) {
            throw now;
        }
        return new ShopRounds.Count(1, 0, false);
    }

    @Override
    public Found compare(ShopRef shop, ShopSetup setup, ComparisonBook.Run run) {
        calls.add("compare");
        run.read(5);
        Runnable action = comparisons.poll();
        if (action != null) {
            action.run();
        }
        run.read(10);
        Found found = new Found(10, 1, 0, 0);
        run.done(found);
        return found;
    }
}
