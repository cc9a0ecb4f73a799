/** Limits that hold over all workers, kept in PostgreSQL. */
@NullMarked
package se.brygga.activities.limits;

import org.jspecify.annotations.NullMarked;
