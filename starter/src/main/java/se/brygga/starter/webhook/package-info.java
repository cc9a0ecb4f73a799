/** Starweb's web hooks: unproven hints, stored at once and handed on afterwards. */
@NullMarked
package se.brygga.starter.webhook;

import org.jspecify.annotations.NullMarked;
