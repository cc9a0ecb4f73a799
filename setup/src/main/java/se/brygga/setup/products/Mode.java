package se.brygga.setup.products;

/** Who decides about a field of a product. */
public enum Mode {
    /** The master's value always wins. */
    FOLLOW,
    /** The value is given once, when the article or product is created. The other system owns the value afterwards. */
    CREATE,
    /** The value is not carried. */
    OFF
}
