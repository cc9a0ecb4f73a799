/** The starter's API: where it is, who asks, and what it answers. */
@NullMarked
package se.brygga.cli.server;

import org.jspecify.annotations.NullMarked;
