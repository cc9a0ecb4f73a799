/** The keys of the database: how they are changed, and which rows need which. */
@NullMarked
package se.brygga.starter.desk.keys;

import org.jspecify.annotations.NullMarked;
