/** What lies where in a simulated shop, and how stock and its status change. */
@NullMarked
package se.brygga.simulators.starweb.stock;

import org.jspecify.annotations.NullMarked;
