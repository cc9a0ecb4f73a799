package se.brygga.activities.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.CallLog.CallRecord;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.ShopHooks.WebHookEvent;
import se.brygga.workflows.OrderRef;

/** What is kept of calls, and what is thrown away when. */
@Timeout(60)
class CallBookTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.empty());
    private final MovableTime time = new MovableTime("2026-11-02T10:00:00Z");

    @Test
    void keepsACallAsItWas() {
        inOneProcess(book -> book.record(call("nordkajak", "kajak-se", Kind.REFUSED, "forbidden")));

        assertThat(jdbc.sql(
                                "select concat_ws('|', at at time zone 'UTC', system, tenant, shop, action, subject, request,"
                                        + " status, answer, failure, took_ms) from remote_call")
                        .query(String.class)
                        .list())
                .containsExactly("2026-11-02 10:00:00|starweb|nordkajak|kajak-se|GET /orders/{id}|order 10025"
                        + "|/orders/10025|200|forbidden|REFUSED|12");
    }

    @Test
    void keepsTheBeginningOfLongTexts() {
        CallRecord call = new CallRecord(
                RemoteSystem.SPECTER,
                "nordkajak",
                null,
                "newOrderSubmit",
                "K10025",
                "r".repeat(3_000),
                200,
                "a".repeat(499) + "🛶" + "a",
                null,
                Duration.ZERO);

        inOneProcess(book -> book.record(call));

        assertThat(jdbc.sql("select length(request) || ' ' || answer from remote_call")
                        .query(String.class)
                        .single())
                .isEqualTo("2000 " + "a".repeat(499));
    }

    @Test
    void doesNotLoseOthersOverACharacterThatTheDatabaseDoesNotTake() {
        inOneProcess(book -> {
            book.record(call("nordkajak", "kajak-se", null, "ok"));
            book.record(call("nordkajak", "kajak-se", Kind.REFUSED, "cut\0off"));
        });

        assertThat(answers()).containsExactly("ok", "cutoff");
    }

    @Test
    void throwsAwayTheOldestRecordsUpToANumber() {
        for (String answer : List.of("first", "second", "third", "fourth")) {
            inOneProcess(book -> book.record(call("nordkajak", "kajak-se", null, answer)));
            time.advance(Duration.ofDays(10));
        }

        try (CallBook book = new CallBook(jdbc, time)) {
            assertThat(book.purge(time.instant().minus(Duration.ofDays(15)), 2)).isEqualTo(2);
            assertThat(answers()).containsExactly("third", "fourth");
            assertThat(book.purge(time.instant().minus(Duration.ofDays(15)), 2)).isEqualTo(1);
            assertThat(book.purge(time.instant().minus(Duration.ofDays(15)), 2)).isZero();
        }
        assertThat(answers()).containsExactly("fourth");
    }

    @Test
    void throwsAwayHandledWebHooksAndKeepsOpenOnes() {
        WebHookInbox inbox = new WebHookInbox(jdbc, time);
        OrderRef order = OrderRef.of("nordkajak", "kajak-se", 10025);
        long handled = inbox.store(order, WebHookEvent.ORDER_COMPLETED, "picking", "e-1")
                .orElseThrow()
                .id();
        inbox.dispatched(handled);
        inbox.store(order, WebHookEvent.ORDER_COMPLETED, "picking", "e-2");
        time.advance(Duration.ofDays(31));
        inbox.dispatched(inbox.store(order, WebHookEvent.ORDER_UPDATED, "picking", "e-3")
                .orElseThrow()
                .id());

        assertThat(inbox.purge(time.instant().minus(Duration.ofDays(30)), 100)).isEqualTo(1);

        assertThat(inbox.open(time.instant(), 10))
                .extracting(WebHookInbox.Event::event, WebHookInbox.Event::statusCode)
                .containsExactly(tuple(WebHookEvent.ORDER_COMPLETED, "picking"));
        assertThat(inbox.store(order, WebHookEvent.ORDER_UPDATED, "picking", "e-3"))
                .as("still known")
                .isEmpty();
    }

    private interface Use {
        void with(CallBook book);
    }

    /** Closing writes everything. */
    private void inOneProcess(Use use) {
        try (CallBook book = new CallBook(jdbc, time)) {
            use.with(book);
        }
    }

    private List<String> answers() {
        return jdbc.sql("select answer from remote_call order by id")
                .query(String.class)
                .list();
    }

    /** @param shop null for a call to Specter */
    private static CallRecord call(String tenant, @Nullable String shop, @Nullable Kind failure, String answer) {
        return new CallRecord(
                shop == null ? RemoteSystem.SPECTER : RemoteSystem.STARWEB,
                tenant,
                shop,
                "GET /orders/{id}",
                "order 10025",
                "/orders/10025",
                failure == Kind.NOT_SENT ? 0 : 200,
                answer,
                failure,
                Duration.ofMillis(12));
    }
}
