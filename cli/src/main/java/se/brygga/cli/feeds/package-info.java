/** Loops that follow Specter, systems that are out of order, and notices. */
@NullMarked
package se.brygga.cli.feeds;

import org.jspecify.annotations.NullMarked;
