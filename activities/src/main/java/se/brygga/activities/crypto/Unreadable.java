package se.brygga.activities.crypto;

/** A row of the database cannot be decrypted: another key, another place, or changed bytes. */
public final class Unreadable extends IllegalStateException {

    Unreadable(String place, Throwable cause) {
        super(place + " cannot be decrypted: it was encrypted with another key (BRYGGA_KEY), or was changed", cause);
    }
}
