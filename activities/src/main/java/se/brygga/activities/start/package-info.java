/**
 * Starts an app or a command. The schema and the key must fit. A failed start prints one line and ends the process.
 */
@NullMarked
package se.brygga.activities.start;

import org.jspecify.annotations.NullMarked;
