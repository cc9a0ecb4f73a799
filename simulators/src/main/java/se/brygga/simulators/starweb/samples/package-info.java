/** Assortments for a simulated shop, large and dirty as real ones are. */
@NullMarked
package se.brygga.simulators.starweb.samples;

import org.jspecify.annotations.NullMarked;
