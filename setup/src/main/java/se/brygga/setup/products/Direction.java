package se.brygga.setup.products;

/** Which way products go. */
public enum Direction {
    /** The shop is master of the products. */
    TO_SPECTER,
    /** Specter is master of the products. */
    TO_SHOP
}
