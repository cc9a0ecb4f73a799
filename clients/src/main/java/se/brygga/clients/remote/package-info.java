/** What both clients share: classes of failure, the budget they ask before a call, the record of each call. */
@NullMarked
package se.brygga.clients.remote;

import org.jspecify.annotations.NullMarked;
