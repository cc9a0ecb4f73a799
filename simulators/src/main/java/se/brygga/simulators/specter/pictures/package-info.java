/** Pictures of articles, made by their names. */
@NullMarked
package se.brygga.simulators.specter.pictures;

import org.jspecify.annotations.NullMarked;
