/** {@code brygga token …}, {@code key …} and {@code audit}: who may do what, and who has done what. */
@NullMarked
package se.brygga.cli.access;

import org.jspecify.annotations.NullMarked;
