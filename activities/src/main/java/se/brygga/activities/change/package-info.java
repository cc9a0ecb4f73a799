/** What happens when a transferred order changes in the shop. */
@NullMarked
package se.brygga.activities.change;

import org.jspecify.annotations.NullMarked;
