/** Tokens, and the keys of the database. */
@NullMarked
package se.brygga.starter.api.access;

import org.jspecify.annotations.NullMarked;
