/** Change journals: what is pending, one open batch of each kind, replay, error 99 and acknowledgement (reference, section 5). */
@NullMarked
package se.brygga.simulators.specter.feeds;

import org.jspecify.annotations.NullMarked;
