/** What holds for everything that reaches this app from outside: how much, how slowly, and how little an error repeats of it. */
@NullMarked
package se.brygga.starter.doors;

import org.jspecify.annotations.NullMarked;
