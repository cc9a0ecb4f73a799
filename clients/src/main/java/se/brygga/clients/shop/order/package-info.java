/** A shop's orders as every shop's client tells them. */
@NullMarked
package se.brygga.clients.shop.order;

import org.jspecify.annotations.NullMarked;
