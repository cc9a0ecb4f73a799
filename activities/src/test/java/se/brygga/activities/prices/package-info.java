/** Prices: rules, files, and pushes against a scripted shop. */
@NullMarked
package se.brygga.activities.prices;

import org.jspecify.annotations.NullMarked;
