/** What the demo, the process tests and the benchmarks start: a database, a Temporal server, Brygga's two apps. */
@NullMarked
package se.brygga.testbed.kit;

import org.jspecify.annotations.NullMarked;
