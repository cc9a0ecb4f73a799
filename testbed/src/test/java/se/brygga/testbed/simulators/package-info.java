/** What the simulators refuse, play and hold, over plain HTTP. */
@NullMarked
package se.brygga.testbed.simulators;

import org.jspecify.annotations.NullMarked;
