/** Comparisons of a whole shop, in its stock or its prices. */
@NullMarked
package se.brygga.cli.goods;

import org.jspecify.annotations.NullMarked;
