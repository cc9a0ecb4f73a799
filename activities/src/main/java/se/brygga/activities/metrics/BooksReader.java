package se.brygga.activities.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import se.brygga.activities.metrics.BooksMetrics.Standstill;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.Door;
import se.brygga.setup.TenantSetup;

/** Reads all numbers from the books, the same books as the lists of the command line. */
final class BooksReader {

    private final CountBook counts;
    private final Standstill standstill;
    private final SetupStore setups;
    private final InstantSource time;

    BooksReader(CountBook counts, Standstill standstill, SetupStore setups, InstantSource time) {
        this.counts = counts;
        this.standstill = standstill;
        this.setups = setups;
        this.time = time;
    }

    CountBook counts() {
        return counts;
    }

    /** Reads the gauges with a dozen queries, however many tenants there are. */
    Numbers read() {
        Numbers numbers = new Numbers();
        Instant now = time.instant();
        counted(numbers, Metric.ORDERS_WAITING, counts.waiting());
        counted(numbers, Metric.ORDERS_SKIPPED, counts.skipped());
        counted(numbers, Metric.NOTICES_OPEN, counts.notices());
        counts.waitingPrices()
                .forEach(waiting -> numbers.add(Series.of(Metric.PRICES_WAITING, waiting.tenant()), waiting.number()));
        counts.onItsWay(now).forEach(orders -> onItsWay(numbers, orders, now));
        hooks(numbers, counts.openHooks(), now);
        outages(numbers, now);
        standstill(numbers, setups.allServed(), now);
        return numbers;
    }

    private static void counted(Numbers numbers, Metric metric, List<CountBook.Count> counts) {
        counts.forEach(count -> numbers.add(Series.of(metric, count.tenant(), count.what()), count.number()));
    }

    private static void onItsWay(Numbers numbers, CountBook.OnItsWay orders, Instant now) {
        String tenant = orders.tenant();
        numbers.add(Series.of(Metric.ORDERS_ON_ITS_WAY, tenant, "up to 1m"), orders.aMinute());
        numbers.add(Series.of(Metric.ORDERS_ON_ITS_WAY, tenant, "up to 10m"), orders.tenMinutes());
        numbers.add(Series.of(Metric.ORDERS_ON_ITS_WAY, tenant, "up to 1h"), orders.anHour());
        numbers.add(Series.of(Metric.ORDERS_ON_ITS_WAY, tenant, "over 1h"), orders.longer());
        numbers.add(Series.of(Metric.ORDERS_ON_ITS_WAY_OLDEST, tenant), seconds(orders.oldest(), now));
    }

    private static void hooks(Numbers numbers, CountBook.Hooks hooks, Instant now) {
        Instant oldest = hooks.oldest();
        numbers.add(Series.of(Metric.WEB_HOOKS_WAITING), hooks.number());
        numbers.add(Series.of(Metric.WEB_HOOKS_OLDEST), oldest == null ? 0 : seconds(oldest, now));
    }

    private void outages(Numbers numbers, Instant now) {
        standstill.outages().known().forEach(told -> {
            Door door = told.outage().door();
            String[] labels = {
                door.tenant(), door.system().key(), told.outage().kind().key()
            };
            numbers.add(Series.of(Metric.SYSTEMS_OUT_OF_ORDER, labels), 1);
            numbers.add(Series.of(Metric.SYSTEMS_OUT_OF_ORDER_WAITING, labels), told.waiting());
            numbers.add(
                    Series.of(Metric.SYSTEMS_OUT_OF_ORDER_LONGEST, labels),
                    seconds(told.outage().since(), now));
        });
    }

    private void standstill(Numbers numbers, List<TenantSetup> served, Instant now) {
        standstill.loops().late(served).forEach(look -> {
            String[] id = look.workflowId().split("/");
            numbers.add(Series.of(Metric.LOOPS_LATE, id[1], id[0]), 1);
        });
        long missing = standstill
                .loops()
                .unkeptSince()
                .map(since -> seconds(since, now))
                .orElse(0L);
        numbers.add(Series.of(Metric.WORKERS_MISSING), missing);
        standstill
                .pushes()
                .wanted(served)
                .forEach(sleep -> numbers.add(
                        Series.of(
                                Metric.PUSHES_ASLEEP,
                                sleep.shop().tenant(),
                                sleep.feed().key(),
                                sleep.why().key()),
                        1));
        standstill
                .marks()
                .unswept(served, now)
                .forEach(shop -> numbers.add(
                        Series.of(Metric.SHOPS_NOT_LOOKED_THROUGH, shop.shop().tenant()), 1));
    }

    private static long seconds(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }
}
