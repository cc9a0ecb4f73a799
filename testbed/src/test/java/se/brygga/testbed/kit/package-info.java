/** What a person reads when the database or the Temporal server does not start. */
@NullMarked
package se.brygga.testbed.kit;

import org.jspecify.annotations.NullMarked;
