/** A shop's products whole: as they are read, created and changed by the sync of products. */
@NullMarked
package se.brygga.clients.shop.catalogue;

import org.jspecify.annotations.NullMarked;
