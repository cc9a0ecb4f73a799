/** Processes that are killed: both apps with crash points at every write to the database. */
@NullMarked
package se.brygga.testbed.crash.doomed;

import org.jspecify.annotations.NullMarked;
