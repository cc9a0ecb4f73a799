/** An order for Specter with its customer and articles, the form in which it is sent, and what Specter would refuse of it. */
@NullMarked
package se.brygga.clients.specter.order;

import org.jspecify.annotations.NullMarked;
