/** The commands about the initial sync of a shop's products. */
@NullMarked
package se.brygga.cli.initial;

import org.jspecify.annotations.NullMarked;
