/** A shop's catalogue: which variant has which SKU. Also rounds of writing, and comparisons. */
@NullMarked
package se.brygga.activities.goods;

import org.jspecify.annotations.NullMarked;
