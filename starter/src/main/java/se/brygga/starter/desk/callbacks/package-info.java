/** What happened to orders in Specter, and what the shop was told of it. */
@NullMarked
package se.brygga.starter.desk.callbacks;

import org.jspecify.annotations.NullMarked;
