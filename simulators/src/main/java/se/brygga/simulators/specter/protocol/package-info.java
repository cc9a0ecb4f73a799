/** How Specter is spoken to: parameters in, text or XML out, refusals, and what nobody outside Specter knows. */
@NullMarked
package se.brygga.simulators.specter.protocol;

import org.jspecify.annotations.NullMarked;
