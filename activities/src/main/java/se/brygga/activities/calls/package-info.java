/** What is called: each call on record, and the limits over all workers. */
@NullMarked
package se.brygga.activities.calls;

import org.jspecify.annotations.NullMarked;
