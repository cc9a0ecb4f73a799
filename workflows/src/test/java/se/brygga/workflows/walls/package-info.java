/** Rules that the build checks. */
@NullMarked
package se.brygga.workflows.walls;

import org.jspecify.annotations.NullMarked;
