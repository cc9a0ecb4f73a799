/** What tests and people see of the goods in a simulated shop. */
@NullMarked
package se.brygga.simulators.starweb.goods;

import org.jspecify.annotations.NullMarked;
