/** Reads a set-up file and finds every mistake in it at once, with line and remedy. One reader for each section. */
@NullMarked
package se.brygga.setup.file;

import org.jspecify.annotations.NullMarked;
