/** The whole product against both simulators: each test reads like an order's life. */
@NullMarked
package se.brygga.testbed.process;

import org.jspecify.annotations.NullMarked;
