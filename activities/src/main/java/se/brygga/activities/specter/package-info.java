/** The Specter client: customers, articles and orders over its signed form protocol. */
@NullMarked
package se.brygga.activities.specter;

import org.jspecify.annotations.NullMarked;
