/** Specter's calls to the shop when something has changed (reference, section 9). */
@NullMarked
package se.brygga.simulators.specter.triggers;

import org.jspecify.annotations.NullMarked;
