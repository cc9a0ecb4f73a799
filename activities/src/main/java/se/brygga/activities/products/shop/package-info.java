/** Carries Specter's articles to a shop's products. */
@NullMarked
package se.brygga.activities.products.shop;

import org.jspecify.annotations.NullMarked;
