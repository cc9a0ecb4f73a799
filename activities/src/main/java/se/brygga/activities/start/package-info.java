/** Starting an app or a command: the schema and the key must fit, and a failed start is told in one line and ends the process. */
@NullMarked
package se.brygga.activities.start;

import org.jspecify.annotations.NullMarked;
