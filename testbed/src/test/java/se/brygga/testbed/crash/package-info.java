/** Workers that are killed: at each call and at each commit of a transfer. */
@NullMarked
package se.brygga.testbed.crash;

import org.jspecify.annotations.NullMarked;
