/** A tenant's set-up: the YAML file, its checks, and the values the rest reads. */
@NullMarked
package se.brygga.activities.setup;

import org.jspecify.annotations.NullMarked;
