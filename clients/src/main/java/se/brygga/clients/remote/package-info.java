/** What both clients share: one bounded exchange, classes of failure, limits and outages, the record of each call. */
@NullMarked
package se.brygga.clients.remote;

import org.jspecify.annotations.NullMarked;
