/** Orders in Specter: what the journal and triggers told about each, and what the shop must hear. */
@NullMarked
package se.brygga.activities.status.specter;

import org.jspecify.annotations.NullMarked;
