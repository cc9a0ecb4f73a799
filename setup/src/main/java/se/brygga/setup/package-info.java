/** A tenant's set-up: the values that all the rest reads, and their stored form. */
@NullMarked
package se.brygga.setup;

import org.jspecify.annotations.NullMarked;
