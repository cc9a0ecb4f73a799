/** A stage for the workflows: an engine in memory that skips time, and activities that play from a script. */
@NullMarked
package se.brygga.workflows.stage;

import org.jspecify.annotations.NullMarked;
