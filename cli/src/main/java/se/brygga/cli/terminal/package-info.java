/** What reaches a terminal, and how it looks: tables, times, amounts. */
@NullMarked
package se.brygga.cli.terminal;

import org.jspecify.annotations.NullMarked;
