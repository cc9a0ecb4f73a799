/** Everything on one machine: the demo, and the simulators alone. */
@NullMarked
package se.brygga.testbed.demo;

import org.jspecify.annotations.NullMarked;
