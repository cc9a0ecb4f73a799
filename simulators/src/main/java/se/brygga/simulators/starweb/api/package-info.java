/** The API of a simulated shop: orders and their parts, statuses, customers and web hooks. Products have their own. */
@NullMarked
package se.brygga.simulators.starweb.api;

import org.jspecify.annotations.NullMarked;
