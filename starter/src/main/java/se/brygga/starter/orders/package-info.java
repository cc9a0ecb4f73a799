/** The operator's desk: looking at orders and deciding about those that wait. */
@NullMarked
package se.brygga.starter.orders;

import org.jspecify.annotations.NullMarked;
