/** A Starweb that developers have: shops, orders, web hooks over real HTTP, stricter than the real one. */
@NullMarked
package se.brygga.simulators.starweb;

import org.jspecify.annotations.NullMarked;
