/** Benchmarks: on the real Temporal server only, and always beside a bare workflow in the same run. */
@NullMarked
package se.brygga.testbed.bench;

import org.jspecify.annotations.NullMarked;
