/** What Brygga asks of a web shop: one small interface for each role, the same for every shop system. */
@NullMarked
package se.brygga.clients.shop;

import org.jspecify.annotations.NullMarked;
