/** What every shop's client must keep, and a shop in memory that keeps it. */
@NullMarked
package se.brygga.clients.shop;

import org.jspecify.annotations.NullMarked;
