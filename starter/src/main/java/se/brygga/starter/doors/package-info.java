/**
 * What holds for everything that reaches this app from outside: how large, how slow, and how little an error repeats.
 */
@NullMarked
package se.brygga.starter.doors;

import org.jspecify.annotations.NullMarked;
