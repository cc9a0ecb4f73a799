/** What both clients share, against exceptions and servers of every kind. */
@NullMarked
package se.brygga.clients.remote;

import org.jspecify.annotations.NullMarked;
