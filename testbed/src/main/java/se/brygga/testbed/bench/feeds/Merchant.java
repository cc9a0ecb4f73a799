package se.brygga.testbed.bench.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.triggers.SimTriggerKind;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.bench.AppChild;
import se.brygga.testbed.bench.Bench;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.FeedWatch;
import se.brygga.testbed.kit.FreePort;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;
import se.brygga.workflows.feed.Feed;

/**
 * The demo's merchant with two shops and one feed, and nothing else that could take time. Simulators and starter run in
 * this process. The worker has a process of its own, as it is installed. Temporal is the development server.
 */
final class Merchant implements AutoCloseable {

    static final String TENANT = "nordkajak";
    static final long ACCOUNT = 9999;
    static final List<String> SHOPS = List.of("kajak-se", "kajak-no");
    static final int WORKER_HEAP = 512;
    static final Duration POLLS_EVERY = Duration.ofSeconds(10);

    private static final Map<String, String> QUIET = Map.of("logging.level.root", "ERROR");

    final StarwebSimulator starweb;
    final SpecterSimulator specter;
    final Apps apps;
    final AppChild worker;
    final FeedWatch watch;

    private final Map<SimTriggerKind, String> addresses;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /**
     * Starts everything.
     *
     * @param feed the only one that is followed
     * @param budget requests a minute to each shop
     * @throws IllegalStateException something is missing; the text says what to do
     */
    Merchant(Feed feed, int budget) throws IOException, InterruptedException {
        Path folder = Bench.folder();
        try {
            Database database = keep(Database.embedded(folder.resolve("postgres")));
            TemporalServer temporal = keep(Bench.temporal());
            starweb = keep(StarwebSimulator.start(0, 1, Clock.systemUTC()));
            specter = keep(SpecterSimulator.start(0, 1, Clock.systemUTC()));
            apps = keep(Apps.start(database, temporal, 0, QUIET));
            starweb.limit(1_000_000);
            Merchants.setUp(
                    apps,
                    setup(feed, budget),
                    Merchants.environment(starweb, specter),
                    starweb.clock().instant().minus(Duration.ofHours(1)));
            Merchants.registerTriggers(apps, specter);
            addresses = specter.triggers().registered(ACCOUNT);
            apps.stopWorker();
            Map<String, String> properties = Apps.properties(database, temporal, FreePort.pick(), QUIET);
            worker = keep(new AppChild("worker", properties, WORKER_HEAP, folder.resolve("worker.log")));
            watch = new FeedWatch(apps, specter, feed, TENANT, ACCOUNT);
        } catch (RuntimeException | IOException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T keep(T resource) {
        started.push(resource);
        return resource;
    }

    /** The demo's set-up file, cut down to what is measured, which then stands alone. */
    private static String setup(Feed feed, int budget) {
        String file = Merchants.file()
                .split("(?m)^---$")[0]
                .replaceAll("maxRequestsPerMinute: \\d+", "maxRequestsPerMinute: " + budget)
                .replaceAll("every: PT10S, atMost: PT30S", "every: " + POLLS_EVERY + ", atMost: " + POLLS_EVERY);
        String cut = without(file, "prices");
        return feed == Feed.STOCK ? without(cut, "status") : without(cut, "stock");
    }

    /** Without that part of each shop. */
    private static String without(String file, String part) {
        return file.replaceAll("(?m)^    " + part + ":\\n(?:      .*\\n)+", "");
    }

    /** Whether Specter calls us when something has changed. */
    void triggers(boolean on) {
        specter.triggers().register(ACCOUNT, on ? addresses : Map.of());
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.err.println("brygga: could not stop cleanly: " + e.getMessage());
            }
        }
    }
}
