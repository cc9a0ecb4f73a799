/** What all books need to speak with PostgreSQL: values as the driver takes them, transactions, and which failures pass. */
@NullMarked
package se.brygga.activities.sql;

import org.jspecify.annotations.NullMarked;
