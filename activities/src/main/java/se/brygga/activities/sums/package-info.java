/** Counting: each shop's orders day by day, as the books know them and as the shop lists them. */
@NullMarked
package se.brygga.activities.sums;

import org.jspecify.annotations.NullMarked;
