/** What the sync of a shop's products may write: all of it, or what an initial sync has released. */
@NullMarked
package se.brygga.activities.products.gate;

import org.jspecify.annotations.NullMarked;
