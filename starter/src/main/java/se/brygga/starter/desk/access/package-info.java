/** Who may use the API: tokens. Also requests that must count once. */
@NullMarked
package se.brygga.starter.desk.access;

import org.jspecify.annotations.NullMarked;
