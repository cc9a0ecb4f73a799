/** A shop's orders, in the neutral records that the client of every shop system returns. */
@NullMarked
package se.brygga.clients.shop.order;

import org.jspecify.annotations.NullMarked;
