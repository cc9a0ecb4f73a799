package se.brygga.activities.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.crypto.BlindIndex;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.orders.SearchBook;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** What the record of attempts promises, whatever happens between two of them. */
class SubmissionBookTest {

    private static final OrderRef ORDER = OrderRef.of("nordkajak", "kajak-se", 10025);
    private static final byte[] FIRST = "first".getBytes(UTF_8);
    private static final byte[] SECOND = "second".getBytes(UTF_8);

    private OrderBook orders;
    private AttentionBook attention;
    private SubmissionBook book;

    @BeforeEach
    void emptyBooks() {
        DataSource source = TestDatabase.empty();
        JdbcClient jdbc = JdbcClient.create(source);
        InstantSource time = InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z"));
        Vault vault = Vault.demo();
        attention = new AttentionBook(jdbc, time);
        orders = new OrderBook(
                jdbc,
                TestDatabase.transactions(),
                vault,
                time,
                attention,
                new SearchBook(jdbc, new BlindIndex(jdbc, vault)));
        book = new SubmissionBook(jdbc, TestDatabase.transactions(), vault, orders, attention);
        orders.seen(ORDER);
    }

    @Test
    void firstAttemptIsCertain() {
        SubmissionBook.Attempt attempt = begin(FIRST);

        assertThat(attempt.uncertain()).isFalse();
        assertThat(attempt.request()).isEqualTo(FIRST);
        assertThat(attempt.specterNumber()).isNull();
    }

    @Test
    void recordsNoAttemptThatMayNotBegin() {
        assertThat(book.begin(ORDER, "K10025", 42, FIRST, "hash", () -> false)).isEmpty();

        assertThat(begin(SECOND)).satisfies(attempt -> {
            assertThat(attempt.uncertain()).isFalse();
            assertThat(attempt.request()).isEqualTo(SECOND);
        });
    }

    @Test
    void doesNotAskWhetherAnAttemptMayBeginThatMayHaveArrivedBefore() {
        begin(FIRST);

        assertThat(book.begin(ORDER, "K10025", 42, SECOND, "hash", () -> false)
                        .orElseThrow()
                        .request())
                .isEqualTo(FIRST);
    }

    @Test
    void repeatsExactlyTheSameAfterAnAttemptWithoutRecordedOutcome() {
        begin(FIRST);

        SubmissionBook.Attempt second = begin(SECOND);

        assertThat(second.uncertain()).isTrue();
        assertThat(second.request()).isEqualTo(FIRST);
    }

    @Test
    void sendsWhatIsNewAfterAnAttemptThatSurelyHadNoEffect() {
        begin(FIRST);
        book.withoutEffect(ORDER);

        SubmissionBook.Attempt second = begin(SECOND);

        assertThat(second.uncertain()).isFalse();
        assertThat(second.request()).isEqualTo(SECOND);
    }

    @Test
    void staysUncertainWhenALaterAttemptSurelyHadNoEffect() {
        begin(FIRST);
        begin(FIRST);
        book.withoutEffect(ORDER);

        assertThat(begin(SECOND).uncertain()).isTrue();
        assertThat(begin(SECOND).request()).isEqualTo(FIRST);
    }

    @Test
    void staysUncertainWhenTheNumberPrefixIsChangedMeanwhile() {
        begin(FIRST);

        SubmissionBook.Attempt second =
                book.begin(ORDER, "X10025", 42, SECOND, "hash2", () -> true).orElseThrow();

        assertThat(second.uncertain()).isTrue();
        assertThat(second.request()).isEqualTo(FIRST);
    }

    @Test
    void tellsTheNumberInsteadOfSendingOnceItIsConfirmed() {
        begin(FIRST);
        book.confirmed(ORDER, 5001);

        assertThat(begin(SECOND).specterNumber()).isEqualTo(5001);
        assertThat(orders.records().find(ORDER).orElseThrow().state()).isEqualTo(OrderRecord.State.TRANSFERRED);
        assertThat(orders.records()
                        .find(ORDER)
                        .orElseThrow()
                        .transferred()
                        .orElseThrow()
                        .sentHash())
                .isEqualTo("hash");
    }

    @Test
    void keepsUncertaintyWhileTheOrderWaits() {
        begin(FIRST);
        begin(FIRST);
        book.parked(ORDER, Cause.SENT_NUMBER_UNKNOWN, Detail.value("code 50"));

        assertThat(begin(SECOND).uncertain()).isTrue();
        assertThat(attention.causeOf(Question.transfer(ORDER))).contains(Cause.SENT_NUMBER_UNKNOWN);
    }

    @Test
    void refusesTheNumberOfAnotherOrder() {
        begin(FIRST);
        OrderRef other = OrderRef.of("nordkajak", "kajak-no", 10025);

        assertThatThrownBy(() -> book.begin(other, "K10025", 42, SECOND, "hash", () -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("orderNoPrefix");
    }

    @Test
    @Timeout(60)
    void takesAFirstAttemptThatBeganAtTheSameTimeForUncertain() throws SQLException {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.source());
        CompletableFuture<SubmissionBook.Attempt> second;
        try (Connection first = TestDatabase.source().getConnection()) {
            first.setAutoCommit(false);
            DataSource same = new SingleConnectionDataSource(first, true);
            byte[] sent = Vault.demo().encrypt(FIRST, "submission/" + ORDER);
            JdbcClient.create(same).sql("""
                    insert into submission (tenant, shop, order_id, external_order_no, customer_id, request,
                      content_hash, attempts, under_way, uncertain)
                    values ('nordkajak', 'kajak-se', 10025, 'K10025', 42, :request, 'hash', 1, true, false)""").param("request", sent).update();
            second = CompletableFuture.supplyAsync(() -> begin(SECOND));
            while (jdbc.sql("select count(*) from pg_locks where not granted")
                            .query(Integer.class)
                            .single()
                    == 0) {
                Thread.onSpinWait();
            }
            first.commit();
        }

        assertThat(second.join().uncertain()).isTrue();
        assertThat(second.join().request()).isEqualTo(FIRST);
    }

    @Test
    void keepsTheRequestEncrypted() {
        begin(FIRST);

        byte[] stored = JdbcClient.create(TestDatabase.source())
                .sql("select request from submission")
                .query((rs, n) -> rs.getBytes(1))
                .single();
        assertThat(new String(stored, UTF_8)).doesNotContain("first");
    }

    private SubmissionBook.Attempt begin(byte[] request) {
        return book.begin(ORDER, "K10025", 42, request, "hash", () -> true).orElseThrow();
    }
}
