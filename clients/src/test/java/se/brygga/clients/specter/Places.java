package se.brygga.clients.specter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteSystem;

/** Counts the places; there is always one free unless told otherwise. */
public final class Places implements CallLimits {

    boolean full;
    final AtomicInteger taken = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Tenant and most places at a time, per call. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public Permit acquire(String tenant, int maxConcurrent) {
        if (full) {
            throw new RemoteFailure(
                    RemoteSystem.SPECTER, Kind.BUSY, RemoteFailure.Why.NO_PLACE, "all places are taken");
        }
        asked.add(tenant + " " + maxConcurrent);
        taken.incrementAndGet();
        open.incrementAndGet();
        return open::decrementAndGet;
    }

    @Override
    public void takeFromBudget(String key, int perMinute, Urgency urgency) {
        throw new AssertionError("Specter has no budget per minute");
    }
}
