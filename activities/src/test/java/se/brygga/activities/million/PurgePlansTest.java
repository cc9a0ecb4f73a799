package se.brygga.activities.million;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.calls.Calls;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.clients.MovableTime;

/** What is thrown away is found by an index, slice by slice, and looking for it costs nothing where nothing is old. */
class PurgePlansTest {

    private static final int SLICE = 100;

    /** Each is read in the index, locked in the table, and found once more to be deleted. */
    private static final int ROWS_OF_A_SLICE = 5 * SLICE;

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    /** One every ten minutes, from two weeks before the new year on. */
    private static final String CALLS = """
            insert into remote_call (at, system, tenant, action, subject, request, status, answer, took_ms)
            select timestamptz '2025-12-18Z' + n * interval '10 minutes', 'specter', 't1', 'a', 's' || n, '', 200, '', 1
            from generate_series(1, 20000) n""";

    /** The oldest is not handled: it is never thrown away, and stands in nobody's way. */
    private static final String WEB_HOOKS = """
            insert into web_hook_event (tenant, shop, event, event_key, order_id, received_at, dispatched_at)
            select 't1', 's1', 'order', 'k' || n, n, timestamptz '2025-12-18Z' + n * interval '10 minutes',
              case when n > 500 then timestamptz '2026-01-01Z' end
            from generate_series(1, 20000) n""";

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");

    @BeforeEach
    void fill() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.empty());
        jdbc.sql(CALLS).update();
        jdbc.sql(WEB_HOOKS).update();
        jdbc.sql("analyze remote_call").update();
        jdbc.sql("analyze web_hook_event").update();
    }

    @AfterEach
    void leave() {
        TestDatabase.empty();
    }

    @Test
    void callsAreThrownAwayByAnIndexSliceBySlice() throws Exception {
        try (Plans plans = new Plans(TestDatabase.source());
                Calls calls = new Calls(
                        new Database(TestDatabase.source(), plans.jdbc(), TestDatabase.transactions(), time))) {
            assertSlice(plans.of(() -> calls.purge(NEW_YEAR, SLICE)));
            assertNothing(plans.of(() -> calls.purge(Instant.EPOCH, SLICE)));
        }
    }

    @Test
    void webHooksAreThrownAwayByAnIndexSliceBySlice() throws Exception {
        try (Plans plans = new Plans(TestDatabase.source())) {
            WebHookInbox hooks = new WebHookInbox(plans.jdbc(), time);

            assertSlice(plans.of(() -> hooks.purge(NEW_YEAR, SLICE)));
            assertNothing(plans.of(() -> hooks.purge(Instant.EPOCH, SLICE)));
        }
    }

    private static void assertSlice(Plans.Cost cost) {
        assertThat(cost.rows()).as("%s", cost.plans()).isBetween((long) SLICE, (long) ROWS_OF_A_SLICE);
        assertThat(cost.wholeTables()).as("%s", cost.plans()).isEmpty();
    }

    private static void assertNothing(Plans.Cost cost) {
        assertThat(cost.rows()).as("%s", cost.plans()).isLessThan(10);
        assertThat(cost.wholeTables()).as("%s", cost.plans()).isEmpty();
    }
}
