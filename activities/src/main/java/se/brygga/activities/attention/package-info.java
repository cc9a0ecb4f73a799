/** What waits for a person, what a person should know, and who decided what. */
@NullMarked
package se.brygga.activities.attention;

import org.jspecify.annotations.NullMarked;
