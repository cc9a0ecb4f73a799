/** The operator's command line. It talks to the starter's API and to nothing else. */
@NullMarked
package se.brygga.cli;

import org.jspecify.annotations.NullMarked;
