/** What the tests of several packages share. */
@NullMarked
package se.brygga.activities;

import org.jspecify.annotations.NullMarked;
