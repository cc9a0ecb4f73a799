/** The command line: set-ups, orders, keys. Tables for people, {@code --json} for programs. */
@NullMarked
package se.brygga.starter.cli;

import org.jspecify.annotations.NullMarked;
