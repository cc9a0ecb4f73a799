/** Assortments as they are found at merchants, made in seconds. */
@NullMarked
package se.brygga.simulators.specter.seed;

import org.jspecify.annotations.NullMarked;
