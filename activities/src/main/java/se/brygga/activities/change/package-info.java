/** What becomes of a transferred order that changes in the shop. */
@NullMarked
package se.brygga.activities.change;

import org.jspecify.annotations.NullMarked;
