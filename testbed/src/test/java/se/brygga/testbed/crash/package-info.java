/**
 * Kills: at each remote call and each write of an order's, a feed's and a callback's way. {@link se.brygga.testbed.crash.Rounds}
 * says how.
 */
@NullMarked
package se.brygga.testbed.crash;

import org.jspecify.annotations.NullMarked;
