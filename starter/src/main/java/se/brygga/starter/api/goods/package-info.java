/** Stock and prices. */
@NullMarked
package se.brygga.starter.api.goods;

import org.jspecify.annotations.NullMarked;
