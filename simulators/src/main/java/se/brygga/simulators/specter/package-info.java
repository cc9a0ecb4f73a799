/** A Specter that developers have: customers, articles and orders over the signed form protocol, stricter than the real one. */
@NullMarked
package se.brygga.simulators.specter;

import org.jspecify.annotations.NullMarked;
