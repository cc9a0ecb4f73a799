/** What a shop's products refer to: entries of its lists, and pictures. Each is made once. */
@NullMarked
package se.brygga.activities.products.shop.lists;

import org.jspecify.annotations.NullMarked;
