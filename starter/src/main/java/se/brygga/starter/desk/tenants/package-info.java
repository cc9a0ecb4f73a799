/** Tenants: their set-up files, and who is served. */
@NullMarked
package se.brygga.starter.desk.tenants;

import org.jspecify.annotations.NullMarked;
