package se.brygga.activities.setup.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.crypto.Keyset;
import se.brygga.activities.crypto.Vault;
import se.brygga.clients.MovableTime;

class SetupStoreTest {

    private Books books;

    @BeforeEach
    void applied() {
        books = new Books(new MovableTime("2026-03-02T08:00:00Z"));
    }

    @Test
    void makesATriggerSecretWithTheFirstVersionAndKeepsIt() {
        String first = books.setups.triggerSecret("nordkajak").orElseThrow();

        books.setups.applying().apply(SampleSetup.tenant(), "tenant: nordkajak", "test");

        assertThat(first).hasSizeGreaterThanOrEqualTo(32);
        assertThat(books.setupsOfANewProcess().triggerSecret("nordkajak")).contains(first);
        assertThat(books.setups.triggerSecret("tehuset")).isEmpty();
    }

    @Test
    void givesBackEveryPartOfASetUpAlsoTheOrderOfItsGroups() {
        books.setups.applying().apply(SampleSetup.withEverything(), "tenant: nordkajak", "test");

        assertThat(books.setupsOfANewProcess().find("nordkajak")).contains(SampleSetup.withEverything());
    }

    @Test
    void aSetUpThatCannotBeReadCostsItsOwnTenantOnlyAndApplyMendsIt() {
        spoil("tenant_setup", "secrets");
        SetupStore elsewhere = books.setupsOfANewProcess();

        assertThat(elsewhere.all()).isEmpty();
        assertThat(elsewhere.unreadable()).containsExactly("nordkajak");
        assertThat(elsewhere.servedAndReadable("nordkajak")).isEmpty();
        assertThat(elsewhere.isInForce(SampleSetup.tenant())).isFalse();
        assertThatThrownBy(() -> elsewhere.find("nordkajak")).isInstanceOf(SetupUnreadable.class);

        elsewhere.applying().apply(SampleSetup.tenant(), "tenant: nordkajak", "test");

        assertThat(books.setupsOfANewProcess().find("nordkajak")).contains(SampleSetup.tenant());
        assertThat(books.setups.unreadable()).isEmpty();
    }

    @Test
    void secretsOfUrlsThatCannotBeReadAreRefusedAndMadeAnewByApply() {
        spoil("shop", "hook_secret");
        spoil("tenant_trigger", "secret");
        SetupStore elsewhere = books.setupsOfANewProcess();

        assertThat(elsewhere.isHookSecret(SampleSetup.SHOP, "x")).isFalse();
        assertThat(elsewhere.triggerSecret("nordkajak")).isEmpty();
        assertThat(elsewhere.isInForce(SampleSetup.tenant())).isFalse();

        elsewhere.applying().apply(SampleSetup.tenant(), "tenant: nordkajak", "test");

        assertThat(elsewhere.isInForce(SampleSetup.tenant())).isTrue();
        assertThat(elsewhere.hookSecret(SampleSetup.SHOP).orElseThrow()).hasSizeGreaterThanOrEqualTo(32);
    }

    private void spoil(String table, String column) {
        byte[] foreign = Vault.of(Keyset.random().text()).encrypt(new byte[] {1}, "elsewhere");
        books.jdbc
                .sql("update " + table + " set " + column + " = :foreign")
                .param("foreign", foreign)
                .update();
    }

    @Test
    void keepsTheTriggerSecretEncrypted() {
        String secret = books.setups.triggerSecret("nordkajak").orElseThrow();

        assertThat(books.jdbc
                        .sql("select encode(secret, 'escape') from tenant_trigger")
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    @Test
    void refusesAReplacedSecretWithinAMinuteAndTakesTheNewOneAtOnce() {
        SetupStore elsewhere = books.setupsOfANewProcess();
        String oldHook = elsewhere.hookSecret(SampleSetup.SHOP).orElseThrow();
        String oldTrigger = elsewhere.triggerSecret("nordkajak").orElseThrow();

        books.setups.applying().replaceUrlSecrets(SampleSetup.tenant(), "anna");

        String newHook = books.setups.hookSecret(SampleSetup.SHOP).orElseThrow();
        String newTrigger = books.setups.triggerSecret("nordkajak").orElseThrow();
        assertThat(newHook).isNotEqualTo(oldHook);
        assertThat(newTrigger).isNotEqualTo(oldTrigger);
        assertThat(books.setups.isHookSecret(SampleSetup.SHOP, oldHook)).isFalse();
        assertThat(books.setups.isTriggerSecret("nordkajak", oldTrigger)).isFalse();
        books.time.advance(Duration.ofSeconds(2));
        assertThat(elsewhere.isHookSecret(SampleSetup.SHOP, newHook)).isTrue();
        assertThat(elsewhere.isTriggerSecret("nordkajak", newTrigger)).isTrue();
        assertThat(elsewhere.isHookSecret(SampleSetup.SHOP, oldHook)).isFalse();
    }

    @Test
    void forgetsAReplacedSecretThatNobodyElseUses() {
        SetupStore elsewhere = books.setupsOfANewProcess();
        String old = elsewhere.hookSecret(SampleSetup.SHOP).orElseThrow();

        books.setups.applying().replaceUrlSecrets(SampleSetup.tenant(), "anna");
        books.time.advance(Duration.ofMinutes(1));

        assertThat(elsewhere.isHookSecret(SampleSetup.SHOP, old)).isFalse();
        assertThat(elsewhere.isHookSecret(SampleSetup.SHOP, "")).isFalse();
    }

    @Test
    void writesDownWhoReplacedThem() {
        books.setups.applying().replaceUrlSecrets(SampleSetup.tenant(), "anna");

        assertThat(books.jdbc
                        .sql("select who || ' ' || what || ' ' || subject from audit")
                        .query(String.class)
                        .single())
                .isEqualTo("anna rotate-secrets tenant nordkajak");
    }
}
