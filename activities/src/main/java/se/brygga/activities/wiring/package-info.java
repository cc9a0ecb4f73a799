/** Spring wiring that both apps share: the books, the clients, the connection to Temporal. No rule lives here. */
@NullMarked
package se.brygga.activities.wiring;

import org.jspecify.annotations.NullMarked;
