/** What is done where the database and its key are, and not over the API: the first token, and changing a key file. */
@NullMarked
package se.brygga.starter.cli.access;

import org.jspecify.annotations.NullMarked;
