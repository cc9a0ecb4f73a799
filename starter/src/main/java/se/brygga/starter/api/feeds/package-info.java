/** The loops that follow Specter, and comparisons of whole shops. */
@NullMarked
package se.brygga.starter.api.feeds;

import org.jspecify.annotations.NullMarked;
