@NullMarked
package se.brygga.activities.products.initial;

import org.jspecify.annotations.NullMarked;
