package se.brygga.clients.remote;

/**
 * The limits that hold over all workers together. A client asks before each call and gives back after the call.
 *
 * <p>Both methods wait a few seconds for a place, so that a burst does not cost a retry for each call. Then they give
 * up with {@link RemoteFailure.Kind#BUSY}. The calls of a busy tenant must not hold the threads that other tenants
 * need.
 */
public interface CallLimits {

    /** A place in Specter. The caller must close the permit, also after a failure. */
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes one request from a shop's budget per minute.
     *
     * <p>No minute sees more requests than the budget. {@link Urgency#LATER} leaves half of what may go at once for
     * orders.
     *
     * @param key the shop, as {@code tenant/shop}
     * @param perMinute the budget, in requests per minute
     * @throws RemoteFailure BUSY, with the time until the budget allows a request
     */
    void takeFromBudget(String key, int perMinute, Urgency urgency);

    /**
     * Takes one of the tenant's places in Specter.
     *
     * <p>The place is held until it is given back. The place of a worker that dies comes free by itself within seconds.
     *
     * @param maxConcurrent calls at a time over all workers, 1 unless Specter allows more
     * @throws RemoteFailure BUSY when no place came free in time
     */
    Permit acquire(String tenant, int maxConcurrent);

    /** Which calls go first when a shop's limits do not let all of them through. */
    enum Urgency {
        /** Orders, their statuses, and tokens: whatever a shopper or a packer waits for. */
        ORDER,
        /** Stock and prices. They come by the thousand, and must leave room for orders. */
        LATER
    }
}
