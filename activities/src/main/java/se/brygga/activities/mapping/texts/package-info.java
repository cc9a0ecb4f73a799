/** What Brygga itself writes into Specter and into shops. */
@NullMarked
package se.brygga.activities.mapping.texts;

import org.jspecify.annotations.NullMarked;
