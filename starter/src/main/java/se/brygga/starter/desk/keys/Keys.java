package se.brygga.starter.desk.keys;

import java.nio.file.Path;
import se.brygga.activities.crypto.Keyset;

/** Keys that nobody uses yet, and keys in files. Needs no database. */
public final class Keys {

    private Keys() {}

    /** The text of a new key. */
    public static String make() {
        return Keyset.random().text();
    }

    /**
     * Writes a new key into a file that only its owner can read.
     *
     * @throws IllegalArgumentException the file exists, or cannot be written; nothing was changed
     */
    public static void make(Path file) {
        KeyFile.create(file, make());
    }

    /**
     * Adds a new key to a file, which encrypts from now on. What the older keys have encrypted stays readable. A repeat adds one
     * more.
     *
     * @return the new key's name
     * @throws IllegalArgumentException the file holds no key, or cannot be read or written; it is as it was
     */
    public static String rotate(Path file) {
        Keyset rotated = KeyFile.read(file).rotated();
        KeyFile.replace(file, rotated.text());
        return rotated.primary().name();
    }
}
