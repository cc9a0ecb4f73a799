/** The test bed's own command line: demo, simulators and benchmarks. */
@NullMarked
package se.brygga.testbed;

import org.jspecify.annotations.NullMarked;
