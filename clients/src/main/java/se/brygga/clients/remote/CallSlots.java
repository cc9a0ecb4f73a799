package se.brygga.clients.remote;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import se.brygga.clients.remote.CallLimits.Permit;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.workflows.attention.Phrase;

/**
 * Limits how many calls of one shop this process makes at a time. A slow shop blocks the threads of its own calls only,
 * never those of all shops. Orders and stock or prices have places of their own, so a push never blocks an order.
 */
public final class CallSlots {

    /**
     * Long enough that a burst does not cost a retry for each call. Longer waits belong to the engine, which holds no
     * thread meanwhile.
     */
    private static final Duration WAIT = Duration.ofSeconds(2);

    /**
     * An eighth of the 64 activities that a worker runs at a time. At 100 ms a call this is six times a shop's whole
     * budget.
     */
    private static final int ORDERS = 8;

    /** The number of writers that a push has. */
    private static final int LATER = 16;

    private final String shop;
    private final Lane orders = new Lane(ORDERS);
    private final Lane later = new Lane(LATER);

    /** @param shop for messages, as {@code tenant/shop} */
    public CallSlots(String shop) {
        this.shop = shop;
    }

    /**
     * Takes one of the shop's places in this process.
     *
     * @throws RemoteFailure BUSY when no place comes free in time, or at once when as many calls wait as there are
     *     places. For an order the failure names no time to wait
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
        // An order comes back after the engine's pauses, which grow: a hundred orders of a slow shop must not call
        // every second. A push delays nobody but itself.
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
