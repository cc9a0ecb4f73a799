/** The books in PostgreSQL: orders, submissions, set-ups, web hooks, attention, calls. */
@NullMarked
package se.brygga.activities.store;

import org.jspecify.annotations.NullMarked;
