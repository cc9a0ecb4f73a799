@NullMarked
package se.brygga.activities.push;

import org.jspecify.annotations.NullMarked;
