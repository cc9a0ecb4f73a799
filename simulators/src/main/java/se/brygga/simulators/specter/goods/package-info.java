/** Articles, their stock and prices, and what the feeds tell of them. */
@NullMarked
package se.brygga.simulators.specter.goods;

import org.jspecify.annotations.NullMarked;
