/** {@code bench products}: a whole assortment on its way to Specter, or to the shop, beside orders. */
@NullMarked
package se.brygga.testbed.bench.products;

import org.jspecify.annotations.NullMarked;
