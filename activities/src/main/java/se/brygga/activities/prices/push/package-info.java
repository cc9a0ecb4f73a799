/**
 * Prices on their way from Specter to the shops: followed, written and compared.
 * {@link se.brygga.activities.prices.push.Prices} is the front door.
 */
@NullMarked
package se.brygga.activities.prices.push;

import org.jspecify.annotations.NullMarked;
