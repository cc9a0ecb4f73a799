package se.brygga.starter.api;

/** How long a list may be. */
final class Limit {

    private static final int MOST = 1000;

    private Limit() {}

    /** @throws IllegalArgumentException the limit is out of bounds */
    static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is 1 to " + MOST + ", not " + limit);
        }
        return limit;
    }
}
