/** What an operator says to the loops that follow Specter. */
@NullMarked
package se.brygga.starter.feeds;

import org.jspecify.annotations.NullMarked;
