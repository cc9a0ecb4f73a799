/** Specter's protocol byte by byte: text as Latin-1, the signature, and what an answer says in whatever form it comes. */
@NullMarked
package se.brygga.clients.specter.wire;

import org.jspecify.annotations.NullMarked;
