package se.brygga.activities.calls;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.remote.CallLog;
import se.brygga.clients.remote.CallLog.CallRecord;
import se.brygga.clients.remote.RemoteFailure;

/**
 * The record of all calls. A thread of its own writes the records in batches, so that no order waits for them. A crash
 * may lose the last records, but never an order.
 */
final class CallBook implements CallLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallBook.class);
    private static final int BATCH = 200;

    /** How long the first record of a batch waits for others. The calls of a burst are a few milliseconds apart. */
    private static final long GATHERED_MILLIS = 100;

    /**
     * Most records in memory. The newest beyond this are dropped and counted, because a database that is down must not
     * fill the memory.
     */
    private static final int WAITING_AT_MOST = 10_000;

    private record Line(Instant at, CallRecord call) {}

    private static final String INSERT = """
            insert into remote_call (at, system, tenant, shop, action, subject, request, status, answer, failure,
              took_ms)
            select at, system, tenant, shop, action, subject, request, status, answer, failure, took
            from unnest(:at::timestamptz[], :system::text[], :tenant::text[], :shop::text[], :action::text[],
              :subject::text[], :request::text[], :status::int[], :answer::text[], :failure::text[], :took::int[])
              as calls (at, system, tenant, shop, action, subject, request, status, answer, failure, took)""";

    private static final String PURGE = """
            delete from remote_call where id in
              (select id from remote_call where at < :before order by at limit :limit for update skip locked)""";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final Thread writer;
    private volatile boolean closed;

    CallBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
        this.writer = Thread.ofPlatform().name("call-book").daemon().start(this::write);
    }

    @Override
    public void record(CallRecord call) {
        if (!lines.offer(new Line(time.instant(), call))) {
            LOG.warn(
                    "the record of a call to {} was dropped: the database is too slow",
                    call.system().key());
        }
    }

    private void write() {
        List<Line> batch = new ArrayList<>();
        while (!closed || !lines.isEmpty()) {
            try {
                Line first = lines.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                if (!closed && lines.size() < BATCH) {
                    Thread.sleep(GATHERED_MILLIS);
                }
                lines.drainTo(batch, BATCH - 1);
                insert(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn(
                        "{} records of calls were lost: {}",
                        batch.size(),
                        e.getClass().getSimpleName());
            } finally {
                batch.clear();
            }
        }
    }

    private void insert(List<Line> batch) {
        jdbc.sql(INSERT)
                .param("at", column(batch, line -> Sql.at(line.at()).toString()))
                .param("system", column(batch, line -> line.call().system().key()))
                .param("tenant", column(batch, line -> line.call().tenant()))
                .param("shop", column(batch, line -> line.call().shop()))
                .param("action", column(batch, line -> line.call().action()))
                .param("subject", column(batch, line -> line.call().subject()))
                .param("request", column(batch, line -> line.call().request()))
                .param(
                        "status",
                        column(batch, line -> Integer.toString(line.call().status())))
                .param("answer", column(batch, line -> line.call().answer()))
                .param("failure", column(batch, line -> failureName(line.call())))
                .param(
                        "took",
                        column(batch, line -> Long.toString(line.call().took().toMillis())))
                .update();
    }

    private static @Nullable String[] column(
            List<Line> batch, java.util.function.Function<Line, @Nullable String> value) {
        // One text that no column can hold would cost the records of all others in the batch.
        return batch.stream()
                .map(value)
                .map(text -> text == null ? null : text.replace('\0', '\uFFFD'))
                .toArray(String[]::new);
    }

    private static @Nullable String failureName(CallRecord call) {
        RemoteFailure.Kind failure = call.failure();
        return failure == null ? null : failure.name();
    }

    /**
     * Deletes the oldest records of calls. May run in several processes at once.
     *
     * @param most number of records in one transaction
     * @return how many were deleted
     */
    int purge(Instant before, int most) {
        return jdbc.sql(PURGE)
                .param("before", Sql.at(before))
                .param("limit", most)
                .update();
    }

    /** Writes the waiting records, for some seconds at most. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
