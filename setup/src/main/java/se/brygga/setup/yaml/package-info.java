/** The YAML of a set-up file: its sections, where each key stands, and what is wrong with it. */
@NullMarked
package se.brygga.setup.yaml;

import org.jspecify.annotations.NullMarked;
