/** The till of a shop with a door: it sells from the shelves that web orders sell from. */
@NullMarked
package se.brygga.simulators.specter.till;

import org.jspecify.annotations.NullMarked;
