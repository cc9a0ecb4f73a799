/** Orders, callbacks, and decisions about single orders, over HTTP. */
@NullMarked
package se.brygga.starter.api.orders;

import org.jspecify.annotations.NullMarked;
