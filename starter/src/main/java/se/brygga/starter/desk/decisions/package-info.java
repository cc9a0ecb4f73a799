/** The decisions of operators about orders, changes and callbacks that wait, and taking them back. */
@NullMarked
package se.brygga.starter.desk.decisions;

import org.jspecify.annotations.NullMarked;
