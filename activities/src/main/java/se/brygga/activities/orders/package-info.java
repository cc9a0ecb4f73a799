/** The orders of all shops: what was read of each, where it stands, and the start of its workflow. */
@NullMarked
package se.brygga.activities.orders;

import org.jspecify.annotations.NullMarked;
