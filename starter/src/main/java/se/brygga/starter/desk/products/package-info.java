/** Where a shop's products stand on their way, what the sync carries, and articles that form one product. */
@NullMarked
package se.brygga.starter.desk.products;

import org.jspecify.annotations.NullMarked;
