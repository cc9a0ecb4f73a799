package se.brygga.testbed.bench.feeds;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.brygga.workflows.feed.Feed;

/** {@code brygga bench status}. */
@Command(
        name = "status",
        description = "Latency from a delivery in Specter to the captured order in the shop, and calls for it,"
                + " with triggers and with polling only.",
        mixinStandardHelpOptions = true)
public final class StatusBench implements Callable<Integer> {

    private static final int BUDGET = 30_000;

    @Option(names = "--changes", description = "how many deliveries each way; default: ${DEFAULT-VALUE}")
    private int changes = 20;

    @Override
    public Integer call() throws Exception {
        if (changes < 1) {
            System.err.println("brygga: --changes must be at least 1, not " + changes);
            return 2;
        }
        try (Merchant merchant = new Merchant(Feed.ORDERS, BUDGET)) {
            new Latencies(merchant, new Deliveries(merchant)).measure("order status in one shop", changes);
        }
        return 0;
    }
}
