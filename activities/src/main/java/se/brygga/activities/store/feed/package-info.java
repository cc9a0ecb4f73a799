/** The books of what comes back from Specter: batches, orders' states, callbacks, notices. */
@NullMarked
package se.brygga.activities.store.feed;

import org.jspecify.annotations.NullMarked;
