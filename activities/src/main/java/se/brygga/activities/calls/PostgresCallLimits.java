package se.brygga.activities.calls;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.attention.Phrase;

/**
 * Both limits in PostgreSQL. {@link ShopBudgets} holds the request budget of each shop. Specter's places are leases,
 * which their worker renews while it lives.
 */
final class PostgresCallLimits implements CallLimits, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCallLimits.class);

    /** How long a thread waits for a place. Longer waits belong to the engine, which holds no thread meanwhile. */
    private static final Duration WAIT_FOR_PLACE = Duration.ofSeconds(2);

    /** Most threads of one tenant that wait for its places, so that other tenants find free threads. */
    static final int WAITERS_PER_TENANT = 24;

    /** How long a dead worker's place stays taken. A living worker renews the lease three times in this time. */
    private static final Duration LEASE = Duration.ofSeconds(12);

    private static final String RENEW = """
            update call_place set leased_until = clock_timestamp() + make_interval(secs => :seconds)
              where holder = :holder and leased_until > '-infinity'""";

    private static final String TAKE = """
            insert into call_place (tenant, place, holder, leased_until)
            values (:tenant, :place, :holder, clock_timestamp() + make_interval(secs => :seconds))
            on conflict (tenant, place) do update set holder = excluded.holder, leased_until = excluded.leased_until
            where call_place.leased_until < clock_timestamp()""";

    private static final String RELEASE = """
            update call_place set leased_until = '-infinity' where tenant = :tenant and place = :place
              and holder = :holder""";

    private final JdbcClient jdbc;
    private final Duration leaseTime;
    private final Duration patience;
    private final AtomicInteger leases = new AtomicInteger();
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("place-renewal").daemon().factory());
    private final ShopBudgets budgets;
    private final String holder = UUID.randomUUID().toString();
    private final ConcurrentMap<String, Semaphore> waiters = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Semaphore> local = new ConcurrentHashMap<>();

    PostgresCallLimits(JdbcClient jdbc, DataSource dataSource) {
        this(jdbc, dataSource, LEASE, WAIT_FOR_PLACE);
    }

    PostgresCallLimits(JdbcClient jdbc, DataSource dataSource, Duration leaseTime, Duration patience) {
        this.jdbc = jdbc;
        this.leaseTime = leaseTime;
        this.patience = patience;
        this.budgets = new ShopBudgets(dataSource, TimeMeter.SYSTEM_MILLISECONDS, BlockingStrategy.PARKING);
        long every = leaseTime.toMillis() / 3;
        ScheduledFuture<?> untilClosed =
                renewals.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
        LOG.debug("places are renewed: {}", untilClosed);
    }

    /** Renews the leases of this worker. */
    void renew() {
        if (leases.get() == 0) {
            return;
        }
        try {
            jdbc.sql(RENEW)
                    .param("seconds", leaseTime.toMillis() / 1000.0)
                    .param("holder", holder)
                    .update();
        } catch (RuntimeException e) {
            LOG.warn("places in Specter could not be renewed: {}", e.getClass().getSimpleName());
        }
    }

    /** Stops renewing leases. */
    @Override
    public void close() {
        renewals.shutdownNow();
    }

    @Override
    public void takeFromBudget(String key, int perMinute, Urgency urgency) {
        budgets.take(key, perMinute, urgency);
    }

    @Override
    public Permit acquire(String tenant, int maxConcurrent) {
        Semaphore waiting = waiters.computeIfAbsent(tenant, ignored -> new Semaphore(WAITERS_PER_TENANT));
        Semaphore here =
                local.computeIfAbsent(tenant + "#" + maxConcurrent, ignored -> new Semaphore(maxConcurrent, true));
        if (!waiting.tryAcquire()) {
            throw noPlace(tenant);
        }
        try {
            if (!here.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw noPlace(tenant);
            }
            try {
                int place = awaitPlace(tenant, maxConcurrent);
                leases.incrementAndGet();
                return () -> {
                    leases.decrementAndGet();
                    try {
                        release(tenant, place);
                    } finally {
                        here.release();
                    }
                };
            } catch (RuntimeException | InterruptedException e) {
                here.release();
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noPlace(tenant);
        } finally {
            waiting.release();
        }
    }

    private int awaitPlace(String tenant, int maxConcurrent) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            for (int place = 0; place < maxConcurrent; place++) {
                if (take(tenant, place)) {
                    return place;
                }
            }
            if (System.nanoTime() > deadline) {
                throw noPlace(tenant);
            }
            // Another worker holds the place. A call takes some tens of milliseconds.
            Thread.sleep(ThreadLocalRandom.current().nextInt(10, 40));
        }
    }

    private boolean take(String tenant, int place) {
        return jdbc.sql(TAKE)
                        .param("tenant", tenant)
                        .param("place", place)
                        .param("holder", holder)
                        .param("seconds", leaseTime.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    private void release(String tenant, int place) {
        jdbc.sql(RELEASE)
                .param("tenant", tenant)
                .param("place", place)
                .param("holder", holder)
                .update();
    }

    private static RemoteFailure noPlace(String tenant) {
        Duration soon = Duration.ofMillis(ThreadLocalRandom.current().nextInt(500, 2_000));
        return new RemoteFailure(
                        RemoteSystem.SPECTER,
                        RemoteFailure.Kind.BUSY,
                        RemoteFailure.Why.NO_PLACE,
                        "all places of " + tenant + " in Specter are taken",
                        soon,
                        null)
                .toldAs(Phrase.PLACES_TAKEN.with());
    }
}
