/** The command line of an operator. Speaks with the starter's API, and with nothing else. */
@NullMarked
package se.brygga.cli;

import org.jspecify.annotations.NullMarked;
