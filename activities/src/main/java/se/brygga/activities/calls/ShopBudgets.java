package se.brygga.activities.calls;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.attention.Phrase;

/**
 * The requests per minute of each shop: a Bucket4j bucket in PostgreSQL. A 25th of the budget may go at once, the rest
 * comes evenly. So no minute is above the budget, and 96 % of the budget can be used.
 */
final class ShopBudgets {

    /** How long a thread waits for its turn. Longer waits belong to the engine, which holds no thread meanwhile. */
    private static final Duration WAIT = Duration.ofSeconds(2);

    /** The pause after another process took the request that this one had counted on. */
    private static final Duration RETRY_PAUSE = Duration.ofMillis(5);

    private static final int BURST_PART = 25;

    private final ProxyManager<String> buckets;
    private final TimeMeter clock;
    private final BlockingStrategy sleep;
    private final ConcurrentMap<String, ReentrantLock> laterTurns = new ConcurrentHashMap<>();

    ShopBudgets(DataSource dataSource, TimeMeter clock, BlockingStrategy sleep) {
        this.clock = clock;
        this.sleep = sleep;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("call_budget")
                .clientClock(clock)
                .build();
    }

    /** @throws RemoteFailure BUSY when the turn would not come in time */
    void take(String shop, int perMinute, Urgency urgency) {
        int burst = Math.max(1, perMinute / BURST_PART);
        // The size is part of the key, so that a new set-up gets a new bucket instead of the old bucket's size.
        String key = shop + "#" + perMinute;
        Bucket bucket = buckets.getProxy(key, () -> configuration(perMinute, burst));
        try {
            switch (urgency) {
                case ORDER -> takeForOrder(shop, bucket);
                case LATER -> takeInTurn(shop, key, bucket, burst / 2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw usedUp(shop, WAIT);
        }
    }

    /** Orders form one queue over all workers. Each takes its request in advance and waits until its time comes. */
    private void takeForOrder(String shop, Bucket bucket) throws InterruptedException {
        if (!bucket.asBlocking().tryConsume(1, WAIT, sleep)) {
            EstimationProbe probe = bucket.estimateAbilityToConsume(1);
            throw usedUp(shop, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** One thread looks at a time. Otherwise all would see the same free request. */
    private void takeInTurn(String shop, String key, Bucket bucket, int kept) throws InterruptedException {
        long deadline = clock.currentTimeNanos() + WAIT.toNanos();
        ReentrantLock turn = laterTurns.computeIfAbsent(key, _ -> new ReentrantLock(true));
        if (!turn.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw usedUp(shop, WAIT);
        }
        try {
            takeWhatOrdersLeave(shop, bucket, kept, deadline);
        } finally {
            turn.unlock();
        }
    }

    private void takeWhatOrdersLeave(String shop, Bucket bucket, int kept, long deadline) throws InterruptedException {
        while (true) {
            EstimationProbe probe = bucket.estimateAbilityToConsume(1L + kept);
            if (probe.canBeConsumed() && bucket.tryConsume(1)) {
                return;
            }
            long wait = Math.max(probe.getNanosToWaitForRefill(), RETRY_PAUSE.toNanos());
            if (clock.currentTimeNanos() + wait > deadline) {
                throw usedUp(shop, Duration.ofNanos(wait));
            }
            sleep.park(wait);
        }
    }

    private static BucketConfiguration configuration(int perMinute, int burst) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(Math.max(1, perMinute - burst), Duration.ofMinutes(1))
                        .build())
                .build();
    }

    private static RemoteFailure usedUp(String shop, Duration wait) {
        return new RemoteFailure(
                        RemoteSystem.STARWEB,
                        RemoteFailure.Kind.BUSY,
                        RemoteFailure.Why.BUDGET,
                        "the request budget of " + shop + " is used up",
                        wait,
                        null)
                .toldAs(Phrase.BUDGET_USED.with());
    }
}
