package se.brygga.clients.shop;

/** What became of a write to a variant. */
public enum Written {
    /** The shop holds what was sent. */
    DONE,
    /** The shop has no such product, or no such variant of it (any more): our map of SKUs is to be mended. */
    VARIANT_GONE,
    /** The variant has another SKU by now, and holds what was meant for the one it had: our map of SKUs is to be mended. */
    OTHER_SKU
}
