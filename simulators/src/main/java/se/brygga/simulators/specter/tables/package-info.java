/** Tables of the page about articles. */
@NullMarked
package se.brygga.simulators.specter.tables;

import org.jspecify.annotations.NullMarked;
