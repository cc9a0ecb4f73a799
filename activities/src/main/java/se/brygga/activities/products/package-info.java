/** Keeps a shop's products and Specter's articles equal, in the direction of the tenant's flow. */
@NullMarked
package se.brygga.activities.products;

import org.jspecify.annotations.NullMarked;
