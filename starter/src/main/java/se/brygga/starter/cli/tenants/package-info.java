/** Tenants and the key of the database. */
@NullMarked
package se.brygga.starter.cli.tenants;

import org.jspecify.annotations.NullMarked;
