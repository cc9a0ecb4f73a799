/** {@code /api/v1}: the desk over HTTP, for the command line and for programs. Each route names the right that it needs. */
@NullMarked
package se.brygga.starter.api;

import org.jspecify.annotations.NullMarked;
