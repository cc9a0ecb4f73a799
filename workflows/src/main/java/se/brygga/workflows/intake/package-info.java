/** The poll that finds shop orders that no web hook told us about. */
@NullMarked
package se.brygga.workflows.intake;

import org.jspecify.annotations.NullMarked;
