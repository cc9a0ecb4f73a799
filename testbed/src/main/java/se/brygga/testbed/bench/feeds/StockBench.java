package se.brygga.testbed.bench.feeds;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.brygga.workflows.feed.Feed;

/** {@code brygga bench stock}. */
@Command(
        name = "stock",
        description =
                "Latency from a quantity in Specter to two shops, and calls for it, with triggers and with polling"
                        + " only; then many SKUs at once.",
        mixinStandardHelpOptions = true)
public final class StockBench implements Callable<Integer> {

    @Option(names = "--changes", description = "how many one by one, each way; default: ${DEFAULT-VALUE}")
    private int changes = 20;

    @Option(names = "--skus", description = "how many at once, in each shop; default: ${DEFAULT-VALUE}")
    private int skus = 1_000;

    @Option(names = "--budget", description = "requests a minute to each shop; default: ${DEFAULT-VALUE}")
    private int budget = 6_000;

    @Override
    public Integer call() throws Exception {
        if (changes < 1 || skus < 1 || budget < 60) {
            System.err.println("brygga: --changes and --skus must be at least 1, --budget at least 60");
            return 2;
        }
        try (Merchant merchant = new Merchant(Feed.STOCK, budget)) {
            new Latencies(merchant, new StockChanges(merchant)).measure("stock in two shops", changes);
            return new ManySkus(merchant, budget).measure(skus) ? 0 : 1;
        }
    }
}
