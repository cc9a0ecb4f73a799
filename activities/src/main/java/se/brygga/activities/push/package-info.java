/** The activities that push stock and prices to a shop. */
@NullMarked
package se.brygga.activities.push;

import org.jspecify.annotations.NullMarked;
