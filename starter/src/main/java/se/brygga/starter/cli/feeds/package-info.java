/** Loops that follow Specter, notices, and systems that are out of order. */
@NullMarked
package se.brygga.starter.cli.feeds;

import org.jspecify.annotations.NullMarked;
