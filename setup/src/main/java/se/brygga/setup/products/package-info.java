/** The register of what the sync of products carries, and what a shop's set-up says about it. */
@NullMarked
package se.brygga.setup.products;

import org.jspecify.annotations.NullMarked;
