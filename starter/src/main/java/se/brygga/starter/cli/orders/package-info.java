/** Orders, decisions about them, and callbacks. */
@NullMarked
package se.brygga.starter.cli.orders;

import org.jspecify.annotations.NullMarked;
