/** Tenants: their set-up files, who is served, leaving and coming back. */
@NullMarked
package se.brygga.starter.desk.tenants;

import org.jspecify.annotations.NullMarked;
