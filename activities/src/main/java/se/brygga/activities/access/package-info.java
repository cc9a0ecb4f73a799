/** Who may use the API, and what requests that must count once were answered. */
@NullMarked
package se.brygga.activities.access;

import org.jspecify.annotations.NullMarked;
