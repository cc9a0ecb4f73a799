/** The common ground of both simulators: HTTP, faults, a clock that tests move, and a log of requests. */
@NullMarked
package se.brygga.simulators;

import org.jspecify.annotations.NullMarked;
