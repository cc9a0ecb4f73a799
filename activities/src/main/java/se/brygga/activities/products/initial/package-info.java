/** The initial sync: what it would do, what it has done, and how far it is. */
@NullMarked
package se.brygga.activities.products.initial;

import org.jspecify.annotations.NullMarked;
