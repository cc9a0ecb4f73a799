/** A shop's variants, stock and prices as every shop's client tells them. */
@NullMarked
package se.brygga.clients.shop.catalogue;

import org.jspecify.annotations.NullMarked;
