/** The operator's desk for prices: files with price lists, and decisions about changes that wait. */
@NullMarked
package se.brygga.starter.prices;

import org.jspecify.annotations.NullMarked;
