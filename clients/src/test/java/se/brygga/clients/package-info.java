/** What the tests of both clients share. */
@NullMarked
package se.brygga.clients;

import org.jspecify.annotations.NullMarked;
