/** The way in to the desk: all its parts together, and the application that is started for a command. */
@NullMarked
package se.brygga.starter.desk.door;

import org.jspecify.annotations.NullMarked;
