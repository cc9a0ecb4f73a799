/** The books of the feeds, against a real database. */
@NullMarked
package se.brygga.activities.store.feed;

import org.jspecify.annotations.NullMarked;
