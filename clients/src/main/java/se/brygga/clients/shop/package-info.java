/** What Brygga asks of a web shop, one small interface for each role, whatever the shop's system. */
@NullMarked
package se.brygga.clients.shop;

import org.jspecify.annotations.NullMarked;
