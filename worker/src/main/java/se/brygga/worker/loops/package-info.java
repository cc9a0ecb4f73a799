/** Keeps one loop running for each shop and each journal that is served, and ends the others. */
@NullMarked
package se.brygga.worker.loops;

import org.jspecify.annotations.NullMarked;
