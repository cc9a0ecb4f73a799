/** What a shop sells: its variants, their stock and their prices, as the Starweb client reads and writes them. */
@NullMarked
package se.brygga.clients.starweb.catalogue;

import org.jspecify.annotations.NullMarked;
