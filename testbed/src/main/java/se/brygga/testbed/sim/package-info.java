/** What both simulators stand on: HTTP, faults, a clock that tests move, and a log of requests. */
@NullMarked
package se.brygga.testbed.sim;

import org.jspecify.annotations.NullMarked;
