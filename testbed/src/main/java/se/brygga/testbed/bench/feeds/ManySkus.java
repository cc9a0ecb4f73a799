package se.brygga.testbed.bench.feeds;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.SimStock;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.testbed.bench.HeapWatch;

/** Many changed SKUs at once: how many writes they make, how much of the budget these use, how much memory they take. */
final class ManySkus {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** In less, the requests that may go at once say more than the rate. */
    private static final int LEAST_SECONDS = 5;

    private final Merchant merchant;
    private final int budget;

    ManySkus(Merchant merchant, int budget) {
        this.merchant = merchant;
        this.budget = budget;
    }

    /** Measures and prints; whether there were exactly as many writes as differences, and none the second time. */
    boolean measure(int skus) throws InterruptedException, IOException {
        merchant.triggers(false);
        Merchant.SHOPS.forEach(shop -> merchant.starweb.addProducts(shop, skus));
        merchant.specter.account(Merchant.ACCOUNT).addArticles(skus);
        List<Integer> differences =
                Merchant.SHOPS.stream().map(this::differences).toList();
        System.out.printf(
                Locale.ROOT,
                "%n%d SKUs at once in %d shops, %d requests a minute to each, worker with %d MB%n",
                skus,
                Merchant.SHOPS.size(),
                budget,
                Merchant.WORKER_HEAP);
        long heap = settle();
        boolean right = true;
        for (int i = 0; i < Merchant.SHOPS.size(); i++) {
            String shop = Merchant.SHOPS.get(i);
            report(shop, differences.get(i));
            right &= differences.get(i) == merchant.starweb.stockWrites(shop) && differences(shop) == 0;
        }
        merchant.specter.account(Merchant.ACCOUNT).markAllChanged(SimFeedKind.STOCK);
        heap = Math.max(heap, settle());
        int again = writes();
        System.out.printf(Locale.ROOT, "  everything told again    %6d writes%n", again);
        System.out.printf(Locale.ROOT, "  worker's heap after GC   %6d MB at most%n", heap);
        return right && again == 0;
    }

    private int writes() {
        return Merchant.SHOPS.stream().mapToInt(merchant.starweb::stockWrites).sum();
    }

    /** SKUs of which the shop does not show what Specter has; those that the set-up withholds are left out. */
    private int differences(String shop) {
        return (int) merchant.specter.account(Merchant.ACCOUNT).stock().stream()
                .filter(article -> article.articleNo().startsWith("LOAD-"))
                .filter(article -> shown(shop, article).compareTo(article.total()) != 0)
                .count();
    }

    private BigDecimal shown(String shop, SimStock article) {
        return merchant.starweb.onSale(shop, article.articleNo());
    }

    /** Forgets the writes from before, and waits until all is written; megabytes of the worker's heap at most. */
    private long settle() throws InterruptedException, IOException {
        Merchant.SHOPS.forEach(merchant.starweb::forgetWrites);
        HeapWatch watch = new HeapWatch(() -> merchant.worker);
        Thread watching = Thread.ofVirtual().start(watch);
        try {
            merchant.watch.awaitRest(PATIENCE);
        } finally {
            watching.interrupt();
            watching.join();
        }
        return Math.max(watch.most(), merchant.worker.heapInUse());
    }

    private void report(String shop, int differences) {
        List<Instant> at = merchant.starweb.writes(shop).stream()
                .map(CatalogueWrite::at)
                .sorted()
                .toList();
        System.out.printf(Locale.ROOT, "  %-24s %6d differences, %d writes", shop, differences, at.size());
        System.out.println(at.isEmpty() ? "" : rate(at));
    }

    private String rate(List<Instant> at) {
        double seconds = Duration.between(at.getFirst(), at.getLast()).toMillis() / 1_000.0;
        return seconds < LEAST_SECONDS
                ? ""
                : String.format(
                        Locale.ROOT,
                        " in %.1f s: %.0f %% of the budget%s",
                        seconds,
                        100 * at.size() / (seconds / 60) / budget,
                        perMinute(at));
    }

    /** The share of each whole minute from the first write. */
    private String perMinute(List<Instant> at) {
        List<String> shares = new ArrayList<>();
        Instant minute = at.getFirst();
        while (!minute.plusSeconds(60).isAfter(at.getLast())) {
            Instant from = minute;
            Instant until = minute.plusSeconds(60);
            long writes = at.stream()
                    .filter(t -> !t.isBefore(from) && t.isBefore(until))
                    .count();
            shares.add(String.format(Locale.ROOT, "%.0f %%", 100.0 * writes / budget));
            minute = until;
        }
        return shares.isEmpty() ? "" : ", whole minutes: " + String.join(", ", shares);
    }
}
