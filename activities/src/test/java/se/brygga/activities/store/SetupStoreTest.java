package se.brygga.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.MovableTime;
import se.brygga.activities.SampleSetup;

class SetupStoreTest {

    private Books books;

    @BeforeEach
    void applied() {
        books = new Books(new MovableTime("2026-03-02T08:00:00Z"));
    }

    @Test
    void makesATriggerSecretWithTheFirstVersionAndKeepsIt() {
        String first = books.setups.triggerSecret("nordkajak").orElseThrow();

        books.setups.apply(SampleSetup.tenant(), "tenant: nordkajak", "test");

        assertThat(first).hasSizeGreaterThanOrEqualTo(32);
        assertThat(books.setupsOfANewProcess().triggerSecret("nordkajak")).contains(first);
        assertThat(books.setups.triggerSecret("tehuset")).isEmpty();
    }

    @Test
    void givesBackEveryPartOfASetUpAlsoTheOrderOfItsGroups() {
        books.setups.apply(SampleSetup.withEverything(), "tenant: nordkajak", "test");

        assertThat(books.setupsOfANewProcess().find("nordkajak")).contains(SampleSetup.withEverything());
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

        books.setups.replaceUrlSecrets(SampleSetup.tenant(), "anna");

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

        books.setups.replaceUrlSecrets(SampleSetup.tenant(), "anna");
        books.time.advance(Duration.ofMinutes(1));

        assertThat(elsewhere.isHookSecret(SampleSetup.SHOP, old)).isFalse();
        assertThat(elsewhere.isHookSecret(SampleSetup.SHOP, "")).isFalse();
    }

    @Test
    void writesDownWhoReplacedThem() {
        books.setups.replaceUrlSecrets(SampleSetup.tenant(), "anna");

        assertThat(books.jdbc
                        .sql("select who || ' ' || what || ' ' || subject from audit")
                        .query(String.class)
                        .single())
                .isEqualTo("anna rotate-secrets tenant nordkajak");
    }
}
