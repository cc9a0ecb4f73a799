/** A simulated shop's products, stock, prices and price lists, and the API to them. */
@NullMarked
package se.brygga.simulators.starweb.catalogue;

import org.jspecify.annotations.NullMarked;
