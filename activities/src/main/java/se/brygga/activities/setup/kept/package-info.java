/** The set-ups in force, with their versions and secrets, and the places that are not served. */
@NullMarked
package se.brygga.activities.setup.kept;

import org.jspecify.annotations.NullMarked;
