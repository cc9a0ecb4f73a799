package se.brygga.starter.desk.keys;

import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Word;

/**
 * How many rows a key has encrypted.
 *
 * @param key its name; null for all keys that are not at hand: their rows cannot be read
 */
public record KeyUse(@Nullable String key, Role role, long rows) {

    /** What a key is for. */
    public enum Role implements Word {
        /** Whatever is written now is encrypted with it. */
        ENCRYPTS,
        /** It only reads. */
        OLD,
        UNKNOWN
    }
}
