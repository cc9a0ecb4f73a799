/** {@code brygga products …}: what the sync of products carries, and where it stands. */
@NullMarked
package se.brygga.cli.products;

import org.jspecify.annotations.NullMarked;
