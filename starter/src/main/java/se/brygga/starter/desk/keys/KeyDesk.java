package se.brygga.starter.desk.keys;

import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.brygga.activities.crypto.Keyset;
import se.brygga.activities.crypto.Reencryption;
import se.brygga.activities.crypto.Vault;
import se.brygga.starter.desk.Outcome;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** Which rows of the database need which key. */
@Component
public class KeyDesk {

    private final Vault vault;
    private final Reencryption rows;

    KeyDesk(JdbcClient jdbc, Vault vault) {
        this.vault = vault;
        this.rows = new Reencryption(jdbc, vault);
    }

    /** How many rows each key has encrypted, those that no key at hand can read among them. */
    public List<KeyUse> status() {
        return uses(vault.keyset());
    }

    /**
     * Takes the old keys out of a file, unless a row needs them. May be repeated.
     *
     * @return the name of the key that is left
     * @throws RequestRefused the file holds no key, or cannot be read or written; it is as it was
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
