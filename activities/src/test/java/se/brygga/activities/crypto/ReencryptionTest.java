package se.brygga.activities.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.TestDatabase;

/** A new key: everything is encrypted anew, whatever is interrupted or read meanwhile, and then the old one can go. */
class ReencryptionTest {

    /** A rate limiter's state, and hashes. */
    private static final Set<String> NO_SECRETS = Set.of(
            "call_budget.state",
            "customer_card_entry.entry",
            "order_entry.entry",
            "access_token.secret_hash",
            "kept_answer.request");

    private static final byte[] PLAIN = "Åsa".getBytes(StandardCharsets.UTF_8);

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.empty());
    private Keyset file = Keyset.random();
    private final Vault vault = Vault.of(() -> file);
    private final Reencryption reencryption = new Reencryption(jdbc, vault);

    @Test
    void everyColumnOfBytesIsEitherListedOrIsNoSecret() {
        List<String> columns = jdbc.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'public' and data_type = 'bytea'""").query(String.class).list();

        assertThat(EncryptedColumn.ALL.stream().map(EncryptedColumn::name).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(columns.stream()
                        .filter(column -> !NO_SECRETS.contains(column))
                        .toList());
    }

    @Test
    void everythingCanBeReadWithTheNewKeyAloneWhenTheRunHasEnded() {
        new Canary(jdbc).makeIfMissing(vault);
        for (int order = 1; order <= 450; order++) {
            keepOrder(order);
        }
        file = file.rotated();

        assertThat(reencryption.run()).isEqualTo(new Reencryption.Done(901, 0));

        assertThat(reencryption.count(file)).extracting(Reencryption.Use::rows).containsExactly(0L, 901L, 0L);
        Vault newOnly = Vault.of(file.primaryOnly().text());
        assertThat(new Canary(jdbc).fit(newOnly)).isEqualTo(Canary.Fit.FITS);
        assertThat(newOnly.decrypt(snapshot(450), "snapshot/t/s/450")).isEqualTo(PLAIN);
        assertThat(reencryption.run()).isEqualTo(new Reencryption.Done(0, 0));
    }

    @Test
    void aRowThatNoKeyCanReadStaysAndHoldsUpNoOther() {
        new Canary(jdbc).makeIfMissing(vault);
        keepOrder(1);
        keepOrder(2);
        byte[] foreign = Vault.of(Keyset.random().text()).encrypt(PLAIN, "snapshot/t/s/1");
        jdbc.sql("update shop_order set snapshot = :foreign where order_id = 1")
                .param("foreign", foreign)
                .update();
        file = file.rotated();

        assertThat(reencryption.run()).isEqualTo(new Reencryption.Done(4, 1));

        assertThat(snapshot(1)).isEqualTo(foreign);
        assertThat(reencryption.count(file)).extracting(Reencryption.Use::rows).containsExactly(0L, 4L, 1L);
    }

    @Test
    void aProcessThatStillHasTheOldKeyReadsTheFileAgainWhenItMeetsTheNewOne() {
        Vault running = Vault.of(() -> file);
        file = file.rotated();
        byte[] byNewKey = Vault.of(file.text()).encrypt(PLAIN, "p");

        assertThat(running.decrypt(byNewKey, "p")).isEqualTo(PLAIN);
    }

    private void keepOrder(int order) {
        jdbc.sql("""
                insert into shop_order (tenant, shop, order_id, state, first_seen_at, updated_at, snapshot, draft)
                values ('t', 's', :order, 'waiting', now(), now(), :snapshot, :draft)""")
                .param("order", order)
                .param("snapshot", vault.encrypt(PLAIN, "snapshot/t/s/" + order))
                .param("draft", vault.encrypt(PLAIN, "draft/t/s/" + order))
                .update();
    }

    private byte[] snapshot(int order) {
        return jdbc.sql("select snapshot from shop_order where order_id = :order")
                .param("order", order)
                .query((rs, n) -> rs.getBytes("snapshot"))
                .single();
    }
}
