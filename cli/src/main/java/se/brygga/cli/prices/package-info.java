/** Prices: changes that wait for approval, and price lists from a file. */
@NullMarked
package se.brygga.cli.prices;

import org.jspecify.annotations.NullMarked;
