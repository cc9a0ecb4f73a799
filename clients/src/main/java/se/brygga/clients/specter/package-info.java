/** The Specter client: customers, articles, orders and the change journals over its signed form protocol. */
@NullMarked
package se.brygga.clients.specter;

import org.jspecify.annotations.NullMarked;
