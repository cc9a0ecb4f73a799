/** The walls of this module, and the rules that others have in common with it. */
@NullMarked
package se.brygga.clients.walls;

import org.jspecify.annotations.NullMarked;
