/** What calls have written, so that a test can say that a second run writes nothing. */
@NullMarked
package se.brygga.simulators.specter.writes;

import org.jspecify.annotations.NullMarked;
