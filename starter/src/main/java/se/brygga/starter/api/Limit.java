package se.brygga.starter.api;

/** How long a list may be. */
public final class Limit {

    private static final int MOST = 1000;

    private Limit() {}

    /**
     * The limit, if it is one.
     *
     * @throws IllegalArgumentException the limit is out of bounds
     */
    public static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is 1 to " + MOST + ", not " + limit);
        }
        return limit;
    }
}
