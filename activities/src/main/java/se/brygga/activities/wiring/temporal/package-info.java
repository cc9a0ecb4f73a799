/** What the apps need to talk to Temporal: the connection, its health, its metrics, and what a failed start says. */
@NullMarked
package se.brygga.activities.wiring.temporal;

import org.jspecify.annotations.NullMarked;
