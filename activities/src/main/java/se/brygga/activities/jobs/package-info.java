/** Work that an operator has asked for and that outlives the request: what it is, how far it is, what has come of it. */
@NullMarked
package se.brygga.activities.jobs;

import org.jspecify.annotations.NullMarked;
