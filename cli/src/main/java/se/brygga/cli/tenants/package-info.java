/** {@code brygga tenant …}: set-up files, and who is served. */
@NullMarked
package se.brygga.cli.tenants;

import org.jspecify.annotations.NullMarked;
