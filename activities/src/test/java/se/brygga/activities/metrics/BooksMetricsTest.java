package se.brygga.activities.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.prices.ApprovalBook;
import se.brygga.activities.prices.PriceValue;
import se.brygga.activities.prices.ShopPriceBook;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.MovableTime;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.feed.Feed;

/** What is told of the books, and what is told when they cannot be read. */
@Timeout(120)
class BooksMetricsTest {

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final Books books = new Books(time);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private boolean databaseIsAway;
    private final BooksMetrics metrics = new BooksMetrics(
            new BooksReader(
                    new CountBook(books.jdbc),
                    new BooksMetrics.Standstill(
                            new OutageBook(books.jdbc, books.transactions, time),
                            books.loops,
                            books.sleeps,
                            books.marks),
                    books.setups,
                    time),
            new Reading(),
            meters,
            time);

    /** As the transactions of the apps, of a database that may be away. */
    private final class Reading implements TransactionOperations {
        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            if (databaseIsAway) {
                throw new DataAccessResourceFailureException("away");
            }
            return books.transactions.execute(action);
        }
    }

    @Test
    void everyKindOfTroubleIsTold() {
        Instant began = time.instant();
        books.setups.applying().apply(SampleSetup.withStock(SampleSetup.stock()), "tenant: nordkajak", "test");
        order(1, "on-its-way", began);
        order(2, "waiting", began);
        order(3, "waiting", began);
        order(4, "skipped", began);
        order(5, "skipped", began);
        books.attention.open(Question.transfer(new OrderRef(SHOP, 2)), Cause.TOTALS_DIFFER, Detail.NONE);
        books.attention.open(Question.transfer(new OrderRef(SHOP, 3)), Cause.TOTALS_DIFFER, Detail.NONE);
        books.attention.open(Question.change(new OrderRef(SHOP, 4)), Cause.CHANGED_AFTER_TRANSFER, Detail.NONE);
        books.jdbc.sql("""
                        insert into outage (tenant, system, shop, needed_right, kind, since, last_at, tries, last_answer, next_try_at)
                        values ('nordkajak', 'specter', '', 'any', 'rights', :at, :at, 3, 'code 12', :at)""").param("at", Sql.at(began)).update();
        books.loops.looks("stock/nordkajak", Duration.ofSeconds(1));
        books.loops.looks("stock/of-nobody-any-more", Duration.ofSeconds(1));
        books.loops.kept();
        books.sleeps.sleeps(Feed.STOCK, SHOP, SleepBook.Why.REFUSED, "http-403", Detail.NONE, null);
        books.notices.open("nordkajak", "", Cause.FEED_REFUSED, "stock", Detail.NONE);
        priceAwaitsApproval();
        books.marks.begin(SHOP, IntakeBook.Beginning.at(began));
        books.jdbc
                .sql("insert into web_hook_event (tenant, shop, event, event_key, order_id, received_at)"
                        + " values ('nordkajak', 'kajak-se', 'order-created', 'a', 9, :at)")
                .param("at", Sql.at(began))
                .update();
        time.advance(Duration.ofHours(3));
        metrics.read();

        assertThat(value(Metric.ORDERS_WAITING, "nordkajak", "totals-differ")).isEqualTo(2);
        assertThat(value(Metric.ORDERS_WAITING, "nordkajak", "changed-after-transfer"))
                .isEqualTo(1);
        assertThat(value(Metric.ORDERS_ON_ITS_WAY, "nordkajak", "over 1h")).isEqualTo(1);
        assertThat(value(Metric.ORDERS_ON_ITS_WAY, "nordkajak", "up to 1m")).isZero();
        assertThat(value(Metric.ORDERS_ON_ITS_WAY_OLDEST, "nordkajak")).isEqualTo(10_800);
        assertThat(value(Metric.ORDERS_SKIPPED, "nordkajak", "operator"))
                .as("one of them waits")
                .isEqualTo(1);
        assertThat(value(Metric.SYSTEMS_OUT_OF_ORDER, "nordkajak", "specter", "rights"))
                .isEqualTo(1);
        assertThat(value(Metric.SYSTEMS_OUT_OF_ORDER_LONGEST, "nordkajak", "specter", "rights"))
                .isEqualTo(10_800);
        assertThat(value(Metric.SYSTEMS_OUT_OF_ORDER_WAITING, "nordkajak", "specter", "rights"))
                .isEqualTo(1);
        assertThat(value(Metric.LOOPS_LATE, "nordkajak", "stock")).isEqualTo(1);
        assertThat(value(Metric.WORKERS_MISSING)).isEqualTo(10_800);
        assertThat(value(Metric.PUSHES_ASLEEP, "nordkajak", "stock", "refused")).isEqualTo(1);
        assertThat(value(Metric.NOTICES_OPEN, "nordkajak", "feed-refused")).isEqualTo(1);
        assertThat(value(Metric.PRICES_WAITING, "nordkajak")).isEqualTo(1);
        assertThat(value(Metric.SHOPS_NOT_LOOKED_THROUGH, "nordkajak")).isEqualTo(1);
        assertThat(value(Metric.WEB_HOOKS_WAITING)).isEqualTo(1);
        assertThat(value(Metric.WEB_HOOKS_OLDEST)).isEqualTo(10_800);
        assertThat(value(Metric.BOOKS_AGE)).isZero();
    }

    @Test
    void whatIsSettledIsToldNoMore() {
        order(2, "waiting", time.instant());
        books.attention.open(Question.transfer(new OrderRef(SHOP, 2)), Cause.TOTALS_DIFFER, Detail.NONE);
        metrics.read();
        books.attention.close(Question.transfer(new OrderRef(SHOP, 2)));

        metrics.read();

        assertThat(meters.find(Metric.ORDERS_WAITING.meter()).gauges()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayBecomesNeverAZero() {
        order(2, "waiting", time.instant());
        books.attention.open(Question.transfer(new OrderRef(SHOP, 2)), Cause.TOTALS_DIFFER, Detail.NONE);
        metrics.read();
        databaseIsAway = true;
        time.advance(Duration.ofSeconds(45));
        metrics.read();
        metrics.forget();

        assertThat(value(Metric.ORDERS_WAITING, "nordkajak", "totals-differ"))
                .as("a short outage resets no alert")
                .isEqualTo(1);
        time.advance(Duration.ofSeconds(45));
        metrics.read();
        metrics.forget();

        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName().replace(".histogram", ""))
                .containsOnly(Metric.BOOKS_AGE.meter(), Metric.TRANSFER_TIME.meter());
        assertThat(value(Metric.BOOKS_AGE)).isEqualTo(90);
        databaseIsAway = false;
        metrics.read();
        assertThat(value(Metric.ORDERS_WAITING, "nordkajak", "totals-differ")).isEqualTo(1);
        assertThat(value(Metric.BOOKS_AGE)).isZero();
    }

    @Test
    void transfersAreCountedOnceFromTheStartOnWithTheirSeconds() {
        transferred(1, Duration.ofSeconds(3), "hash");
        metrics.read();
        assertThat(meters.find(Metric.TRANSFERS.meter()).counters())
                .as("before our start")
                .isEmpty();
        time.advance(Duration.ofSeconds(15));
        transferred(2, Duration.ofSeconds(30), "hash");
        transferred(3, Duration.ofMinutes(30), "hash");
        transferred(4, Duration.ofSeconds(-5), "hash");
        transferred(5, Duration.ofSeconds(30), null);
        for (int i = 0; i < 3; i++) {
            metrics.read();
            time.advance(Duration.ofMinutes(1));
        }
        databaseIsAway = true;
        metrics.read();
        transferred(6, Duration.ofSeconds(10), "hash");
        time.advance(Duration.ofMinutes(20));
        databaseIsAway = false;
        metrics.read();

        assertThat(meters.get(Metric.TRANSFERS.meter())
                        .tag("tenant", "nordkajak")
                        .counter()
                        .count())
                .isEqualTo(4);
        var seconds = meters.get(Metric.TRANSFER_TIME.meter()).timer();
        assertThat(seconds.count()).isEqualTo(4);
        assertThat(seconds.totalTime(TimeUnit.SECONDS)).isEqualTo(1_840);
    }

    private void order(long orderId, String state, Instant firstSeen) {
        books.jdbc
                .sql(
                        "insert into shop_order (tenant, shop, order_id, state, skipped_by, specter_number, transferred_at,"
                                + " first_seen_at, updated_at) values ('nordkajak', 'kajak-se', :id, :state,"
                                + " case when :state = 'skipped' then 'operator' end,"
                                + " case when :state = 'transferred' then :id end,"
                                + " case when :state = 'transferred' then :at end, :at, :at)")
                .param("id", orderId)
                .param("state", state)
                .param("at", Sql.at(firstSeen))
                .update();
    }

    private void transferred(long orderId, Duration took, @Nullable String sentHash) {
        order(orderId, "transferred", time.instant());
        books.jdbc
                .sql("update shop_order set placed_at = :placed, transferred_at = :now, sent_hash = :sent"
                        + " where order_id = :id")
                .param("placed", Sql.at(time.instant().minus(took)))
                .param("now", Sql.at(time.instant()))
                .param("sent", sentHash)
                .param("id", orderId)
                .update();
    }

    private void priceAwaitsApproval() {
        PriceValue price = new PriceValue(BigDecimal.TEN, null);
        books.approvals.ask(SHOP, new ShopPriceBook.PriceKey(1, "A", 1), null, price, ApprovalBook.Ground.ABOVE_LIMIT);
    }

    private double value(Metric metric, String... labels) {
        Search search = meters.find(metric.meter());
        for (Tag tag : metric.tags(List.of(labels))) {
            search = search.tag(tag.getKey(), tag.getValue());
        }
        Meter found = Objects.requireNonNull(search.meter(), metric + " " + List.of(labels));
        return found.measure().iterator().next().getValue();
    }
}
