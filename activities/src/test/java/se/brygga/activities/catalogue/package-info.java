@NullMarked
package se.brygga.activities.catalogue;

import org.jspecify.annotations.NullMarked;
