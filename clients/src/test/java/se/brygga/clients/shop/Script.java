package se.brygga.clients.shop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.brygga.clients.remote.RemoteFailure;

/** What a test wants of the next calls of a shop in memory, and which calls there were. */
public final class Script {

    /** Each call in its order, as {@code orderStatuses}, {@code changes 1} or {@code link 10025=5001}. */
    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private final Map<String, Runnable> once = new ConcurrentHashMap<>();
    private final Map<String, RemoteFailure> failing = new ConcurrentHashMap<>();

    /** Once, just before this is answered; {@code what} as in {@link #asked}. */
    public void before(String what, Runnable action) {
        once.put(what, action);
    }

    /** The next such call fails. */
    public void failAt(String what, RemoteFailure failure) {
        before(what, () -> {
            throw failure;
        });
    }

    /** Each such call fails, until {@link #mends}. */
    public void fails(String what, RemoteFailure failure) {
        failing.put(what, failure);
    }

    public void mends(String what) {
        failing.remove(what);
    }

    void play(String what) {
        asked.add(what);
        Optional.ofNullable(once.remove(what)).ifPresent(Runnable::run);
        RemoteFailure failure = failing.get(what);
        if (failure != null) {
            throw failure;
        }
    }
}
