/** What the API answers, as far as the command line shows it. */
@NullMarked
package se.brygga.cli.view;

import org.jspecify.annotations.NullMarked;
