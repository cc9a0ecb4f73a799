/** The loop that keeps a shop's products and Specter's articles equal. */
@NullMarked
package se.brygga.workflows.products;

import org.jspecify.annotations.NullMarked;
