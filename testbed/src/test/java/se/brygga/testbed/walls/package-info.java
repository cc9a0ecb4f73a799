/** Who may know whom in the test bed. */
@NullMarked
package se.brygga.testbed.walls;

import org.jspecify.annotations.NullMarked;
