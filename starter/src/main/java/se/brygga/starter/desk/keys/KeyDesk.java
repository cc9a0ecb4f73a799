package se.brygga.starter.desk.keys;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.brygga.activities.crypto.Keyset;
import se.brygga.activities.crypto.Reencryption;
import se.brygga.activities.crypto.Vault;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Shows which rows of the database need which key. */
@Component
public class KeyDesk {

    /** Keys in files. Needs no database. */
    public static final class Keys {

        private Keys() {}

        /**
         * Adds a new key to a file. The new key encrypts from now on, and the older keys still read what they have
         * encrypted. Not idempotent: a repeat adds one more key.
         *
         * @return the new key's name
         * @throws se.brygga.workflows.refusal.RequestRefused the file holds no key, or cannot be read or written; it is
         *     unchanged
         */
        public static String rotate(Path file) {
            Keyset rotated = KeyFile.read(file).rotated();
            KeyFile.replace(file, rotated.text());
            return rotated.primary().name();
        }
    }

    /**
     * How many rows a key has encrypted.
     *
     * @param key the key's name; null for all keys that are not at hand, whose rows cannot be read
     */
    public record KeyUse(@Nullable String key, Role role, long rows) {

        /** What a key is for. */
        public enum Role implements Word {
            /** Encrypts everything that is written now. */
            ENCRYPTS,
            /** Only reads. */
            OLD,
            UNKNOWN
        }
    }

    private final Vault vault;
    private final Reencryption rows;

    KeyDesk(JdbcClient jdbc, Vault vault) {
        this.vault = vault;
        this.rows = new Reencryption(jdbc, vault);
    }

    /** How many rows each key has encrypted, rows that no key at hand can read among them. */
    public List<KeyUse> status() {
        return uses(vault.keyset());
    }

    /**
     * Removes the old keys from a file, unless a row needs them. Idempotent.
     *
     * @return the name of the remaining key
     * @throws RequestRefused the file holds no key, or cannot be read or written; it is unchanged
     */
    public Outcome<String> drop(Path file) {
        Keyset keyset = KeyFile.read(file);
        long needed = uses(keyset).stream()
                .filter(use -> use.role() == KeyUse.Role.OLD)
                .mapToLong(KeyUse::rows)
                .sum();
        if (needed > 0) {
            return new Outcome.Refused<>(file.toString(), Reason.KEY_STILL_NEEDED.of(needed));
        }
        KeyFile.replace(file, keyset.primaryOnly().text());
        return new Outcome.Followed<>(file.toString(), keyset.primary().name());
    }

    private List<KeyUse> uses(Keyset keyset) {
        return rows.count(keyset).stream().map(KeyDesk::use).toList();
    }

    private static KeyUse use(Reencryption.Use use) {
        Keyset.Key key = use.key();
        return key == null
                ? new KeyUse(null, KeyUse.Role.UNKNOWN, use.rows())
                : new KeyUse(key.name(), key.primary() ? KeyUse.Role.ENCRYPTS : KeyUse.Role.OLD, use.rows());
    }
}
