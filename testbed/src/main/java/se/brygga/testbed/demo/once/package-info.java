/** {@code demo --once}: a run with a beginning and an end, which says what is wrong. */
@NullMarked
package se.brygga.testbed.demo.once;

import org.jspecify.annotations.NullMarked;
