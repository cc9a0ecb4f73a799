/** The Starweb client: one shop's orders, reference data and web hooks over HTTP. */
@NullMarked
package se.brygga.clients.starweb;

import org.jspecify.annotations.NullMarked;
