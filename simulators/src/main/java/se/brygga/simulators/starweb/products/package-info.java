/** What people and tests see of the products in a simulated shop, and do to them by hand. */
@NullMarked
package se.brygga.simulators.starweb.products;

import org.jspecify.annotations.NullMarked;
