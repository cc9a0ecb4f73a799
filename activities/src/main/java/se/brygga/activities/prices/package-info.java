/** The books of prices: what Specter says, what each shop shows, and what waits for a person. */
@NullMarked
package se.brygga.activities.prices;

import org.jspecify.annotations.NullMarked;
