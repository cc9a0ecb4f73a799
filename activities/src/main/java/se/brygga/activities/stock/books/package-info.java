/** The books of stock: Specter's numbers, what is sold and not booked, and what was written to the shops. */
@NullMarked
package se.brygga.activities.stock.books;

import org.jspecify.annotations.NullMarked;
