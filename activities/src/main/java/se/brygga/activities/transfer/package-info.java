/** The steps of an order's transfer, each with its own bookkeeping. */
@NullMarked
package se.brygga.activities.transfer;

import org.jspecify.annotations.NullMarked;
