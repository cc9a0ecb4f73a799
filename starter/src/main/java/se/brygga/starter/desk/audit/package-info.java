/** Who has done what, and why. */
@NullMarked
package se.brygga.starter.desk.audit;

import org.jspecify.annotations.NullMarked;
