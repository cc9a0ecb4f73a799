/** Orders as operators look for them: lists, one order's story, and the sums of days. */
@NullMarked
package se.brygga.starter.desk.orders;

import org.jspecify.annotations.NullMarked;
