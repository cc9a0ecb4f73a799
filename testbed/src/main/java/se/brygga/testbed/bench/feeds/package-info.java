/** {@code bench stock} and {@code bench status}: from a change in Specter to the shop. */
@NullMarked
package se.brygga.testbed.bench.feeds;

import org.jspecify.annotations.NullMarked;
