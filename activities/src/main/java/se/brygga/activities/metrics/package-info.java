/** What the books say in numbers, for whoever watches over Brygga by its metrics. */
@NullMarked
package se.brygga.activities.metrics;

import org.jspecify.annotations.NullMarked;
