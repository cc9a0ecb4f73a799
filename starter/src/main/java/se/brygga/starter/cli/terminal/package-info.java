/** What reaches a terminal, and how it looks: tables, times, amounts, outcomes. */
@NullMarked
package se.brygga.starter.cli.terminal;

import org.jspecify.annotations.NullMarked;
