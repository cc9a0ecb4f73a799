/** What all commands share: the starter behind them, and the options and arguments that mean the same everywhere. */
@NullMarked
package se.brygga.cli.options;

import org.jspecify.annotations.NullMarked;
