/** Encryption of orders and credentials in the database. */
@NullMarked
package se.brygga.activities.crypto;

import org.jspecify.annotations.NullMarked;
