/** Reads what a shop's set-up says about products. */
@NullMarked
package se.brygga.setup.file.products;

import org.jspecify.annotations.NullMarked;
