/** Where each SKU lies in its shop: kept, and healed when the shop's catalogue changes. */
@NullMarked
package se.brygga.activities.catalogue;

import org.jspecify.annotations.NullMarked;
