/** The orders of some days, counted in the books and in the shops. */
@NullMarked
package se.brygga.starter.desk.sums;

import org.jspecify.annotations.NullMarked;
