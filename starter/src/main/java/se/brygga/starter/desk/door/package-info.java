/** The way in to the desk: all its parts together, and the application behind it that is opened for a command. */
@NullMarked
package se.brygga.starter.desk.door;

import org.jspecify.annotations.NullMarked;
