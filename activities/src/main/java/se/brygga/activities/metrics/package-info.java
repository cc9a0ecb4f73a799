/** The books in numbers, for whoever watches Brygga by its metrics. */
@NullMarked
package se.brygga.activities.metrics;

import org.jspecify.annotations.NullMarked;
