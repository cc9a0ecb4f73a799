/** What the project says of its own tests, held against them. */
@NullMarked
package se.brygga.testbed.documents;

import org.jspecify.annotations.NullMarked;
