/** Decisions about all orders that wait for a cause: previewed, fixed when they are made, and followed to their end. */
@NullMarked
package se.brygga.starter.desk.bulk;

import org.jspecify.annotations.NullMarked;
