/** The record of each call to a remote system, and the limits over all workers. */
@NullMarked
package se.brygga.activities.calls;

import org.jspecify.annotations.NullMarked;
