/** Translates one Starweb order to what Specter is told, to the öre. */
@NullMarked
package se.brygga.activities.mapping;

import org.jspecify.annotations.NullMarked;
