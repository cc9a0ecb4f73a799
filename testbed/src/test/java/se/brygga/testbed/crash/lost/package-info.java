/** Temporal's data is thrown away, and the database kept. */
@NullMarked
package se.brygga.testbed.crash.lost;

import org.jspecify.annotations.NullMarked;
