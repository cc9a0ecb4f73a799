/** What all commands share: the desk behind them, and the options and arguments that mean the same everywhere. */
@NullMarked
package se.brygga.starter.cli.options;

import org.jspecify.annotations.NullMarked;
