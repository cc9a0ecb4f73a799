/**
 * The app that faces the outside: web hooks, triggers, API, command line. Wiring only; each face has its own package.
 */
@NullMarked
package se.brygga.starter;

import org.jspecify.annotations.NullMarked;
