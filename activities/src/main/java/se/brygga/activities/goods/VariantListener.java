package se.brygga.activities.goods;

import se.brygga.workflows.ShopRef;

/** Whoever remembers what was written to a SKU. Called in the transaction in which the books learn of the change. */
public interface VariantListener {

    /** The SKU lies on another variant than before, or on none: what the shop shows of it is unknown. */
    void variantChanged(ShopRef shop, String sku);

    /** A variant with another SKU than before is there to be written to. */
    void variantFound(ShopRef shop);
}
