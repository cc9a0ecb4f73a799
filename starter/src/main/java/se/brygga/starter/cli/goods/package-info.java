/** Stock and prices. */
@NullMarked
package se.brygga.starter.cli.goods;

import org.jspecify.annotations.NullMarked;
