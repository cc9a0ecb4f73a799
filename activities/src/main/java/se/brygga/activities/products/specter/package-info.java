/** Carries a shop's products to Specter's articles. */
@NullMarked
package se.brygga.activities.products.specter;

import org.jspecify.annotations.NullMarked;
