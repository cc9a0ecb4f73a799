/** The set-ups in force, with their versions, secrets and serviceState. */
@NullMarked
package se.brygga.activities.setup.kept;

import org.jspecify.annotations.NullMarked;
