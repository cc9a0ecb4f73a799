/** The initial sync of a shop over HTTP. */
@NullMarked
package se.brygga.starter.api.initial;

import org.jspecify.annotations.NullMarked;
