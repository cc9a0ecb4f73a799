package se.brygga.activities.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VaultTest {

    private static final byte[] PLAIN = "Åsa Öberg".getBytes(UTF_8);

    @Test
    void givesBackWhatItEncrypted() {
        Vault vault = Vault.of(Keyset.random().text());

        byte[] encrypted = vault.encrypt(PLAIN, "order/1");

        assertThat(new String(encrypted, UTF_8)).doesNotContain("berg");
        assertThat(vault.decrypt(encrypted, "order/1")).isEqualTo(PLAIN);
    }

    @Test
    void refusesARowThatWasMovedToAnotherPlace() {
        Vault vault = Vault.demo();

        assertThatThrownBy(() -> vault.decrypt(vault.encrypt(PLAIN, "order/1"), "order/2"))
                .hasMessageContaining("order/2")
                .hasMessageContaining("BRYGGA_KEY");
    }

    @Test
    void refusesAnotherKey() {
        byte[] encrypted = Vault.of(Keyset.random().text()).encrypt(PLAIN, "order/1");

        assertThatThrownBy(() -> Vault.demo().decrypt(encrypted, "order/1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhatAKeyLooksLikeWithoutQuotingIt() {
        assertThatThrownBy(() -> Vault.of("not a key"))
                .hasMessageContaining("brygga key new")
                .hasMessageNotContaining("not a key");
    }
}
