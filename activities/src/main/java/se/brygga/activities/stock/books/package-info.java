/** What is kept of stock: Specter's numbers, what is sold and not booked, and what the shops were told. */
@NullMarked
package se.brygga.activities.stock.books;

import org.jspecify.annotations.NullMarked;
