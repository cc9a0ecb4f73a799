/** Who did what, and why. */
@NullMarked
package se.brygga.starter.desk.audit;

import org.jspecify.annotations.NullMarked;
