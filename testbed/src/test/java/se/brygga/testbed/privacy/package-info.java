/** Looks through all that a test run leaves behind for what tells who a shopper is. */
@NullMarked
package se.brygga.testbed.privacy;

import org.jspecify.annotations.NullMarked;
