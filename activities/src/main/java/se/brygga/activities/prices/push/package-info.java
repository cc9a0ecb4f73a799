/** Prices to the shops: what is wanted, written and compared. */
@NullMarked
package se.brygga.activities.prices.push;

import org.jspecify.annotations.NullMarked;
