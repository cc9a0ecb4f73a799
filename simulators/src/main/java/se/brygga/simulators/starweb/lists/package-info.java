/** The lists of a simulated shop that its products refer to: manufacturers, categories, attributes, files and the like. */
@NullMarked
package se.brygga.simulators.starweb.lists;

import org.jspecify.annotations.NullMarked;
