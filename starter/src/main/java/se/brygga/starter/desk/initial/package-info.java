/** Plans, begins and follows the initial sync of a shop's products. */
@NullMarked
package se.brygga.starter.desk.initial;

import org.jspecify.annotations.NullMarked;
