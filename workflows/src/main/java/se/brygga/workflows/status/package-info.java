/** What happens to an order in Specter, on its way back to the shop. */
@NullMarked
package se.brygga.workflows.status;

import org.jspecify.annotations.NullMarked;
