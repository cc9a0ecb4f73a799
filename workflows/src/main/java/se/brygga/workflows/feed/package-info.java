/** The loops that follow Specter's change journals, and what they set off. */
@NullMarked
package se.brygga.workflows.feed;

import org.jspecify.annotations.NullMarked;
