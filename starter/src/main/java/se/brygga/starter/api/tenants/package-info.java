/** Tenants: who is served, and their set-ups. */
@NullMarked
package se.brygga.starter.api.tenants;

import org.jspecify.annotations.NullMarked;
