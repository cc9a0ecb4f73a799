/** Orders in Specter: what the journal and triggers told of each, and what of it the shop must hear. */
@NullMarked
package se.brygga.activities.status.specter;

import org.jspecify.annotations.NullMarked;
