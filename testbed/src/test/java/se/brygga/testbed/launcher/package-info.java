/** The launcher {@code brygga}, with a Maven and a Java that only write down that they were called. */
@NullMarked
package se.brygga.testbed.launcher;

import org.jspecify.annotations.NullMarked;
