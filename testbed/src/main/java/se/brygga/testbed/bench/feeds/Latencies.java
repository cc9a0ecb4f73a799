package se.brygga.testbed.bench.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The same changes at the same pace, first with Specter's triggers, then with polling only: what each took and cost. */
final class Latencies {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LEAST_PAUSE_MILLIS = 500;
    private static final int PAUSE_SPREAD_MILLIS = 1_500;
    private static final int TICK_MILLIS = 100;

    /** @param millis sorted, one of each change and shop */
    private record Series(List<Long> millis, Calls calls) {

        /** By nearest rank. */
        long percentile(int percent) {
            return millis.get(Math.max(0, (millis.size() * percent + 99) / 100 - 1));
        }

        String row(String name, int changes) {
            return String.format(
                    Locale.ROOT, "  %-26s %8d %8d    %s", name, percentile(50), percentile(99), calls.each(changes));
        }
    }

    private final Merchant merchant;
    private final Changes changes;
    private final Random random = new Random(3);
    private int made;

    Latencies(Merchant merchant, Changes changes) {
        this.merchant = merchant;
        this.changes = changes;
    }

    /**
     * Measures and prints.
     *
     * @throws IllegalStateException a change did not come to the shops in time
     */
    void measure(String what, int count) throws InterruptedException {
        int warmUp = Math.min(5, count);
        System.out.println("Warming up ...");
        changes.prepare(warmUp + 2 * count);
        merchant.watch.awaitRest(PATIENCE);
        series(warmUp);
        System.out.println("Measuring ...");
        merchant.triggers(true);
        Series triggered = series(count);
        merchant.triggers(false);
        Series polled = series(count);
        System.out.printf(
                Locale.ROOT,
                "%n%d changes of %s, one every %.2f s on average; %d processors, Temporal development server, worker with %d MB%n",
                count,
                what,
                (LEAST_PAUSE_MILLIS + PAUSE_SPREAD_MILLIS / 2.0) / 1_000,
                Runtime.getRuntime().availableProcessors(),
                Merchant.WORKER_HEAP);
        System.out.printf("  %-26s %8s %8s    %s%n", "", "p50 ms", "p99 ms", "calls per change:");
        System.out.printf("  %-26s %8s %8s    %8s %11s %12s%n", "", "", "", "Specter", "shop reads", "shop writes");
        System.out.println(triggered.row("with triggers", count));
        System.out.println(polled.row("polling every " + Merchant.POLLS_EVERY.toSeconds() + " s only", count));
        System.out.printf(
                Locale.ROOT,
                "  %-26s %8.1f %8.1f%n",
                "ratio",
                polled.percentile(50) / (double) triggered.percentile(50),
                polled.percentile(99) / (double) triggered.percentile(99));
    }

    private Series series(int count) throws InterruptedException {
        Calls.forget(merchant);
        Map<Integer, Instant> begun = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            begun.put(made, merchant.starweb.clock().instant());
            changes.make(made++);
            Thread.sleep(LEAST_PAUSE_MILLIS + random.nextInt(PAUSE_SPREAD_MILLIS));
        }
        List<Long> millis = new ArrayList<>();
        for (Map.Entry<Integer, Instant> change : begun.entrySet()) {
            for (Instant shown : await(change.getKey())) {
                millis.add(Duration.between(change.getValue(), shown).toMillis());
            }
        }
        Calls calls = Calls.of(merchant);
        millis.sort(null);
        return new Series(millis, calls);
    }

    private List<Instant> await(int number) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (changes.shown(number).size() < changes.shops()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("change " + number + " has not come to the shops");
            }
            Thread.sleep(TICK_MILLIS);
        }
        return changes.shown(number);
    }
}
