/** Starting the apps and commands as processes of their own, where something is wrong from the beginning. */
@NullMarked
package se.brygga.testbed.start;

import org.jspecify.annotations.NullMarked;
