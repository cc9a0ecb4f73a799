/** A simulated shop's price lists, and what a variant costs by each. */
@NullMarked
package se.brygga.simulators.starweb.prices;

import org.jspecify.annotations.NullMarked;
