/** Translates one shop order into what Specter is told, to the öre. */
@NullMarked
package se.brygga.activities.mapping;

import org.jspecify.annotations.NullMarked;
