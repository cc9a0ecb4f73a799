/** Specter's triggers: unproven hints that something changed. Each becomes a poke of a loop. */
@NullMarked
package se.brygga.starter.trigger;

import org.jspecify.annotations.NullMarked;
