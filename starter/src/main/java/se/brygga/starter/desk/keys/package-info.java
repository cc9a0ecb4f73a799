/** The key of the database: changed, and which rows need which. */
@NullMarked
package se.brygga.starter.desk.keys;

import org.jspecify.annotations.NullMarked;
