/** Polls Specter's change journals: get, store in one transaction, acknowledge. */
@NullMarked
package se.brygga.activities.feed;

import org.jspecify.annotations.NullMarked;
