package se.brygga.activities.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts orders as they come into Specter, each once, and measures the time since they were placed. */
final class Transfers {

    /** How long a transaction may take from its write to its end. */
    private static final Duration LATE = Duration.ofMinutes(2);

    /**
     * The buckets of the timer. One of them is the promised time; the higher ones show how long people leave orders
     * waiting.
     */
    private static final Duration[] WITHIN = {
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofDays(1)
    };

    private final MeterRegistry meters;
    private final Timer time;
    private final Set<String> named = new HashSet<>();
    private final Set<CountBook.Transferred> counted = new HashSet<>();
    private Instant readAt;
    private boolean isFirst = true;

    /** @param now orders count from this time on */
    Transfers(MeterRegistry meters, Instant now) {
        this.meters = meters;
        this.time = Timer.builder(Metric.TRANSFER_TIME.meter())
                .serviceLevelObjectives(WITHIN)
                .register(meters);
        this.readAt = now;
    }

    /** The time from which the next reading has to look. Some of these orders were read before. */
    Instant after() {
        return readAt.minus(LATE);
    }

    /** @param all orders since {@link #after} */
    void read(List<CountBook.Transferred> all, Instant now) {
        Instant after = after();
        counted.removeIf(order -> !order.at().isAfter(after));
        all.stream().filter(counted::add).filter(order -> !isFirst).forEach(this::count);
        isFirst = false;
        readAt = now;
    }

    private void count(CountBook.Transferred order) {
        Metric.TRANSFERS.counter(meters, named(order.order().shop().tenant())).increment();
        Duration took = Duration.between(order.placedAt(), order.at());
        // The shop's clock may be ahead of ours.
        time.record(took.isNegative() ? Duration.ZERO : took);
    }

    /**
     * The name of a tenant in the labels. A counter never changes its name, so the tenants that come first keep theirs.
     */
    private String named(String tenant) {
        return named.contains(tenant) || (named.size() < Numbers.TENANTS && named.add(tenant))
                ? tenant
                : Numbers.OTHERS;
    }
}
