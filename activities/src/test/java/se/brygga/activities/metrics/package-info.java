@NullMarked
package se.brygga.activities.metrics;

import org.jspecify.annotations.NullMarked;
