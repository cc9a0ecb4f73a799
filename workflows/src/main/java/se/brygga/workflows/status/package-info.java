/** What happens in Specter to an order, on its way back to the shop. */
@NullMarked
package se.brygga.workflows.status;

import org.jspecify.annotations.NullMarked;
