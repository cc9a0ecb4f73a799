/** Both simulators, from outside. */
@NullMarked
package se.brygga.testbed.simulators;

import org.jspecify.annotations.NullMarked;
