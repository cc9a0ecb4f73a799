/** What has happened to orders in Specter, and what the shop was told of it. */
@NullMarked
package se.brygga.cli.callbacks;

import org.jspecify.annotations.NullMarked;
