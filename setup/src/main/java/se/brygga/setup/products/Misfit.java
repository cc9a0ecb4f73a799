package se.brygga.setup.products;

/** What happens to a value that the other system cannot hold. */
public enum Misfit {
    /** The whole article or product waits, with a cause. */
    WAITS,
    /** The value is cut, and the list of products says so. */
    CUT,
    /** The value is rounded half up. */
    ROUNDED
}
