/** Remote systems that are out of order: since when, who tries them next, and who waits behind them. */
@NullMarked
package se.brygga.activities.outage;

import org.jspecify.annotations.NullMarked;
