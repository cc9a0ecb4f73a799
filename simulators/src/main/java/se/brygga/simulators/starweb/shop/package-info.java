/** A simulated shop: its orders, what shoppers and the shop owner do with them, and the web hooks that tell of it. */
@NullMarked
package se.brygga.simulators.starweb.shop;

import org.jspecify.annotations.NullMarked;
