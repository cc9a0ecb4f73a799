/** Many orders, and what looking at them costs. */
@NullMarked
package se.brygga.activities.million;

import org.jspecify.annotations.NullMarked;
