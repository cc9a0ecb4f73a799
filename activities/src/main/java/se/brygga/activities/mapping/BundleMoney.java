package se.brygga.activities.mapping;

/** Which level of a bundle carries its money. The references leave this open (Starweb O-14), so the totals decide. */
enum BundleMoney {
    PARENT,
    CHILDREN
}
