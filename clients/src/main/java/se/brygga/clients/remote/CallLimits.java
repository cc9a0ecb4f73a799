package se.brygga.clients.remote;

/**
 * The limits that hold over all workers. A client asks before each call and gives back after it.
 *
 * <p>Both methods wait a little for a place, so that a burst does not cost a retry each, and then give up with
 * {@link RemoteFailure.Kind#BUSY}: a full tenant must not hold the threads that other tenants need.
 */
public interface CallLimits {

    /** A place that must be given back, also after a failure. */
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * One request out of a shop's budget per minute.
     *
     * <p>No minute sees more than the budget. {@link Urgency#LATER} leaves half of what may go at once for orders.
     *
     * @param key the shop, as {@code tenant/shop}
     * @throws RemoteFailure BUSY with the time until there is budget again
     */
    void takeFromBudget(String key, int perMinute, Urgency urgency);

    /**
     * One of the tenant's places in Specter.
     *
     * <p>A place is held until it is given back; that of a worker that dies comes free by itself within seconds.
     *
     * @param maxConcurrent calls at a time over all workers, 1 unless Specter said otherwise
     * @throws RemoteFailure BUSY when none came free in time
     */
    Permit acquire(String tenant, int maxConcurrent);

    /** Whose calls go first where a shop's limits do not let all of them through. */
    enum Urgency {
        /** Orders, their statuses, and tokens: whatever a shopper or a packer waits for. */
        ORDER,
        /** Stock and prices. They come by the thousand, and leave room for an order that comes in between. */
        LATER
    }
}
