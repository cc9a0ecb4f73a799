/** Histories of released workflows, which today's code must replay. */
@NullMarked
package se.brygga.workflows.histories;

import org.jspecify.annotations.NullMarked;
