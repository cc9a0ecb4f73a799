/** The catalogue of the keys that a set-up file may have, and the JSON Schema that is made from the catalogue. */
@NullMarked
package se.brygga.setup.keys;

import org.jspecify.annotations.NullMarked;
