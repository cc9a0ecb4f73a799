package se.brygga.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

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
}
