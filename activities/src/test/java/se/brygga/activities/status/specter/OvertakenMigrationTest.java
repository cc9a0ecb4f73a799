package se.brygga.activities.status.specter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.TestDatabase;

/** Callbacks that were booked before there was a state for what Specter has taken back. */
class OvertakenMigrationTest {

    private static final String SCHEMA = "before_overtaken";

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.source());

    @AfterEach
    void drop() {
        jdbc.sql("drop schema " + SCHEMA + " cascade").update();
    }

    @Test
    void knowsWhatTheShopWasNeverToldByItsOldText() {
        flyway().target(MigrationVersion.fromVersion("8")).load().migrate();
        noted(1, "undone in Specter before the shop was told");
        noted(2, "cancelled in Specter before the shop was told");
        noted(3, "undone in Specter before the shop was told; the shop's order had this status already");
        noted(4, "the set-up has no rule for it, so the shop is not told");

        flyway().load().migrate();

        List<String> states = jdbc.sql("select state from " + SCHEMA + ".callback order by order_id")
                .query(String.class)
                .list();
        assertThat(states).containsExactly("overtaken", "overtaken", "noted", "noted");
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure().dataSource(TestDatabase.source()).schemas(SCHEMA);
    }

    private void noted(long orderId, String note) {
        jdbc.sql("insert into " + SCHEMA + ".callback (tenant, shop, order_id, event, tracking, state, note, seen_at) "
                        + "values ('nordkajak', 'kajak-se', ?, 'delivered', '{}', 'noted', ?, now())")
                .params(orderId, note)
                .update();
    }
}
