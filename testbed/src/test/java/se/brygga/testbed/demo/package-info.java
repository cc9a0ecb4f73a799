/** The demo as its user meets it: what it prints, how it ends, and what it leaves behind. */
@NullMarked
package se.brygga.testbed.demo;

import org.jspecify.annotations.NullMarked;
