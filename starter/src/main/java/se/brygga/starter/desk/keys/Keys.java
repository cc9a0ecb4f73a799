package se.brygga.starter.desk.keys;

import java.nio.file.Path;
import se.brygga.activities.crypto.Keyset;

/** Keys in files. Needs no database. */
public final class Keys {

    private Keys() {}

    /**
     * Adds a new key to a file, which encrypts from now on. What the older keys have encrypted stays readable. A repeat adds one
     * more.
     *
     * @return the new key's name
     * @throws se.brygga.workflows.refusal.RequestRefused the file holds no key, or cannot be read or written; it is as it was
     */
    public static String rotate(Path file) {
        Keyset rotated = KeyFile.read(file).rotated();
        KeyFile.replace(file, rotated.text());
        return rotated.primary().name();
    }
}
