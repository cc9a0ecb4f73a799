/** A tenant's set-up: the checked values that all other modules read. */
@NullMarked
package se.brygga.setup;

import org.jspecify.annotations.NullMarked;
