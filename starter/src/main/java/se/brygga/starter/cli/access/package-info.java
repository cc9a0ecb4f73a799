/** {@code brygga token …}. */
@NullMarked
package se.brygga.starter.cli.access;

import org.jspecify.annotations.NullMarked;
