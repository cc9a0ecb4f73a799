/** Remote systems that are out of order: since when, which call probes them next, and what waits for them. */
@NullMarked
package se.brygga.activities.outage;

import org.jspecify.annotations.NullMarked;
