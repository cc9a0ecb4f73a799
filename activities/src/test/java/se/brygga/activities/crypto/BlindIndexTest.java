package se.brygga.activities.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.TestDatabase;

class BlindIndexTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.empty());
    private final Keyset old = Keyset.random();
    private final BlindIndex index = new BlindIndex(jdbc, Vault.of(old.text()));

    @Test
    void theSameValueHasTheSameEntryInEveryProcess() {
        BlindIndex another = new BlindIndex(jdbc, Vault.of(old.text()));

        assertThat(index.entry("nordkajak", "email", "ada@example.se"))
                .isEqualTo(another.entry("nordkajak", "email", "ada@example.se"))
                .hasSize(32);
    }

    @Test
    void tenantsKindsAndValuesAreToldApart() {
        byte[] entry = index.entry("nordkajak", "email", "ada@example.se");

        assertThat(index.entry("tehuset", "email", "ada@example.se")).isNotEqualTo(entry);
        assertThat(index.entry("nordkajak", "name", "ada@example.se")).isNotEqualTo(entry);
        assertThat(index.entry("nordkajak", "email", "ada@example.com")).isNotEqualTo(entry);
    }

    @Test
    void anEntryStaysWhenTheEncryptionKeyIsRotatedAndTheOldOneDropped() {
        byte[] entry = index.entry("nordkajak", "email", "ada@example.se");
        Keyset rotated = old.rotated();
        Vault both = Vault.of(rotated.text());
        new Canary(jdbc).makeIfMissing(both);

        new Reencryption(jdbc, both).run();

        BlindIndex after = new BlindIndex(jdbc, Vault.of(rotated.primaryOnly().text()));
        assertThat(after.entry("nordkajak", "email", "ada@example.se")).isEqualTo(entry);
    }

    @Test
    void theSecretIsNotReadableInTheDatabase() {
        index.entry("nordkajak", "email", "ada@example.se");

        byte[] stored = jdbc.sql("select secret from blind_index_secret")
                .query((rs, n) -> rs.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).hasSizeGreaterThan(32);
    }
}
