package se.brygga.activities.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;

/**
 * Publishes numbers of the books as meters. A scrape never waits for the database: it gets what was read last. Numbers
 * that could not be read for a minute disappear, and {@link Metric#BOOKS_AGE} shows that. They never become zero for
 * that reason.
 */
public final class BooksMetrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BooksMetrics.class);

    private static final Duration EVERY = Duration.ofSeconds(15);

    /** How long the last numbers are published. */
    static final Duration KEPT = Duration.ofMinutes(1);

    /** Two threads, because a reading that hangs must not keep old numbers from being dropped. */
    private static final int THREADS = 2;

    private record Told(AtomicLong number, Meter meter) {}

    private final BooksReader books;
    private final TransactionOperations reading;
    private final MeterRegistry meters;
    private final InstantSource time;
    private final Transfers transfers;
    private final Map<Series, Told> told = new HashMap<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("books-metrics-", 0).factory());
    private volatile Instant readAt;
    private boolean fails;

    /** The books that know what stands still. */
    public record Standstill(OutageBook outages, LoopBook loops, SleepBook pushes, IntakeBook marks) {}

    /** @param reading the transaction of one reading, which has a time limit */
    public BooksMetrics(
            Database database,
            Standstill standstill,
            SetupStore setups,
            TransactionOperations reading,
            MeterRegistry meters) {
        this(
                new BooksReader(new CountBook(database.jdbc()), standstill, setups, database.time()),
                reading,
                meters,
                database.time());
    }

    BooksMetrics(BooksReader books, TransactionOperations reading, MeterRegistry meters, InstantSource time) {
        this.books = books;
        this.reading = reading;
        this.meters = meters;
        this.time = time;
        this.readAt = time.instant();
        this.transfers = new Transfers(meters, readAt);
        Gauge.builder(Metric.BOOKS_AGE.meter(), this, BooksMetrics::age)
                .baseUnit("seconds")
                .register(meters);
    }

    /** Starts reading the books at intervals. */
    public void start() {
        var _ = threads.scheduleWithFixedDelay(this::read, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        var _ = threads.scheduleWithFixedDelay(this::forget, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private double age() {
        return Duration.between(readAt, time.instant()).toSeconds();
    }

    /** Reads once. */
    void read() {
        try {
            reading.executeWithoutResult(tx -> {
                Instant now = time.instant();
                Map<Series, Long> numbers = books.read().bounded();
                transfers.read(books.counts().transferredAfter(transfers.after()), now);
                tell(numbers);
                readAt = now;
            });
            fails = false;
        } catch (RuntimeException e) {
            if (!fails) {
                LOG.warn(
                        "the books cannot be read for metrics: {}", e.getClass().getSimpleName());
            }
            fails = true;
        }
    }

    /** Drops numbers that are too old. */
    void forget() {
        if (readAt.plus(KEPT).isBefore(time.instant())) {
            tell(Map.of());
        }
    }

    private synchronized void tell(Map<Series, Long> numbers) {
        told.entrySet().removeIf(known -> !numbers.containsKey(known.getKey()) && isRemoved(known.getValue()));
        numbers.forEach((series, number) ->
                told.computeIfAbsent(series, this::register).number().set(number));
    }

    private boolean isRemoved(Told known) {
        meters.remove(known.meter());
        return true;
    }

    private Told register(Series series) {
        AtomicLong number = new AtomicLong();
        Metric metric = series.metric();
        Gauge gauge = Gauge.builder(metric.meter(), number, AtomicLong::get)
                .strongReference(true)
                .tags(metric.tags(series.values()))
                .baseUnit(metric.kind() == Metric.Kind.AGE ? "seconds" : null)
                .register(meters);
        return new Told(number, gauge);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
