/** Encryption of what lies in the database: orders and credentials. */
@NullMarked
package se.brygga.activities.crypto;

import org.jspecify.annotations.NullMarked;
