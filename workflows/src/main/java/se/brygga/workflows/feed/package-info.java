/** The loops that poll the journals of changes in Specter, and how people steer them. */
@NullMarked
package se.brygga.workflows.feed;

import org.jspecify.annotations.NullMarked;
