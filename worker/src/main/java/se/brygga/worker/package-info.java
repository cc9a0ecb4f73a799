/** Hosts the Temporal workers. Wiring only. */
@NullMarked
package se.brygga.worker;

import org.jspecify.annotations.NullMarked;
