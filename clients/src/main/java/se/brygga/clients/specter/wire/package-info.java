/** Specter's protocol byte by byte: text as Latin-1, and what an answer says in each of its forms. */
@NullMarked
package se.brygga.clients.specter.wire;

import org.jspecify.annotations.NullMarked;
