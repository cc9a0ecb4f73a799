/** The YAML of a set-up file: its sections, the positions of keys, and what is wrong with them. */
@NullMarked
package se.brygga.setup.yaml;

import org.jspecify.annotations.NullMarked;
