/** Fetches the pictures of Specter's articles. */
@NullMarked
package se.brygga.clients.specter.pictures;

import org.jspecify.annotations.NullMarked;
