/** Stock on its way from Specter to the shops: what a shop should show, and the writing of differences. */
@NullMarked
package se.brygga.activities.stock;

import org.jspecify.annotations.NullMarked;
