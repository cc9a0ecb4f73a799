/** One web-shop order on its way into Specter, and what happens when it changes afterwards. */
@NullMarked
package se.brygga.workflows.transfer;

import org.jspecify.annotations.NullMarked;
