/** How calls of Starweb's API are read, checked, refused and answered, and where its behaviour is unknown. */
@NullMarked
package se.brygga.simulators.starweb.wire;

import org.jspecify.annotations.NullMarked;
