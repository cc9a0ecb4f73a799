/** Work that outlives a command: listed, followed, stopped. */
@NullMarked
package se.brygga.cli.jobs;

import org.jspecify.annotations.NullMarked;
