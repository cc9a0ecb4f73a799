/** The walls between the features of this module. */
@NullMarked
package se.brygga.activities.walls;

import org.jspecify.annotations.NullMarked;
