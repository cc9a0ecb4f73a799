/** The customers' cards in Specter: what Specter finds a card by, and what our orders last wrote on it. */
@NullMarked
package se.brygga.activities.customers;

import org.jspecify.annotations.NullMarked;
