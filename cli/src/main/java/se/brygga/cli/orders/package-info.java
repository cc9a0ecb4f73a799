/** {@code brygga orders …}. */
@NullMarked
package se.brygga.cli.orders;

import org.jspecify.annotations.NullMarked;
