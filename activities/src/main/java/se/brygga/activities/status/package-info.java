/** Tells a shop what happened to its orders in Specter. */
@NullMarked
package se.brygga.activities.status;

import org.jspecify.annotations.NullMarked;
