/** A simulated shop's products, stock, prices and price lists, and the API to them. */
@NullMarked
package se.brygga.testbed.starweb.catalogue;

import org.jspecify.annotations.NullMarked;
