package se.brygga.clients.shop;

/** The result of a write to a variant. */
public enum Written {
    /** The shop holds what was sent. */
    DONE,
    /** The shop has no such product, or the product has no such variant. Our map of SKUs is stale. */
    VARIANT_GONE,
    /** The variant now has another SKU, and got the value that was meant for its old one. Our map of SKUs is stale. */
    OTHER_SKU
}
