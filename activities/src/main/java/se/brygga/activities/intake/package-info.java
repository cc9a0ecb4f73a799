/** Finds orders: the look into a shop, and what starts a transfer. */
@NullMarked
package se.brygga.activities.intake;

import org.jspecify.annotations.NullMarked;
