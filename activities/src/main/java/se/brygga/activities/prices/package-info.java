/** Prices on their way from Specter to the shops: what a shop should show, what waits for a person, and the writing of differences. */
@NullMarked
package se.brygga.activities.prices;

import org.jspecify.annotations.NullMarked;
