/** The orders of some days, counted here and in the shops. */
@NullMarked
package se.brygga.starter.desk.sums;

import org.jspecify.annotations.NullMarked;
