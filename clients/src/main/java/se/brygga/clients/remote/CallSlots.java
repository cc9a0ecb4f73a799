package se.brygga.clients.remote;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import se.brygga.clients.remote.CallLimits.Permit;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.workflows.attention.Phrase;

/**
 * How many calls of one shop this process makes at a time. A shop that answers slowly keeps the threads of its own calls
 * busy, and must not keep those of all shops. Orders and what comes later count apart: a push never blocks an order.
 */
public final class CallSlots {

    /** A burst does not cost a retry each; a longer wait is the engine's, which holds no thread meanwhile. */
    private static final Duration WAIT = Duration.ofSeconds(2);

    /** An eighth of the 64 activities at a time of a worker; at 100 ms a call six times a shop's whole budget. */
    private static final int ORDERS = 8;

    /** As many as a push has writers. */
    private static final int LATER = 16;

    private final String shop;
    private final Lane orders = new Lane(ORDERS);
    private final Lane later = new Lane(LATER);

    /** @param shop for messages, as {@code tenant/shop} */
    public CallSlots(String shop) {
        this.shop = shop;
    }

    /**
     * One of the shop's places in this process.
     *
     * @throws RemoteFailure BUSY when none comes free in time, at once when as many wait already as there are places; for
     *     an order without a time to wait
     */
    public Permit take(Urgency urgency) {
        Lane lane = switch (urgency) {
            case ORDER -> orders;
            case LATER -> later;
        };
        if (!lane.enter()) {
            throw full(urgency);
        }
        return lane.places::release;
    }

    private RemoteFailure full(Urgency urgency) {
        // An order comes back by the engine's pauses, which grow: a hundred orders of a shop that hangs must not knock
        // at
        // its door every second. A push has nobody but itself to wait.
        Duration soon = urgency == Urgency.ORDER
                ? null
                : Duration.ofMillis(ThreadLocalRandom.current().nextInt(500, 2_000));
        return new RemoteFailure(
                        RemoteSystem.STARWEB,
                        RemoteFailure.Kind.BUSY,
                        RemoteFailure.Why.NO_PLACE,
                        "as many calls of " + shop + " are under way as one process makes at a time",
                        soon,
                        null)
                .toldAs(Phrase.PLACES_TAKEN.with());
    }

    private static final class Lane {

        final Semaphore places;
        private final Semaphore waiters;

        Lane(int size) {
            places = new Semaphore(size, true);
            waiters = new Semaphore(size);
        }

        boolean enter() {
            if (places.tryAcquire()) {
                return true;
            }
            if (!waiters.tryAcquire()) {
                return false;
            }
            try {
                return places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                waiters.release();
            }
        }
    }
}
