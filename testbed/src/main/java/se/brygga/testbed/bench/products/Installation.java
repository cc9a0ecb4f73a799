package se.brygga.testbed.bench.products;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.setup.products.Direction;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.bench.AppChild;
import se.brygga.testbed.bench.Bench;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.FeedWatch;
import se.brygga.testbed.kit.FreePort;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.products.ProductSyncWorkflow;

/**
 * One of the demo's merchants, with products and orders only. Simulators and starter run in this process. The worker has
 * a process of its own, which can be killed. Temporal is the development server.
 */
final class Installation implements AutoCloseable {

    static final int WORKER_HEAP = 512;

    private static final Map<String, String> QUIET = Map.of("logging.level.root", "ERROR");

    final Direction direction;
    final StarwebSimulator starweb;
    final SpecterSimulator specter;
    final ShopRef shop;
    final long account;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Path folder;
    private final Database database;
    private final TemporalServer temporal;
    private final Apps apps;
    private final FeedWatch articles;
    private volatile AppChild worker;
    private int workers;

    /** @param budget requests a minute to the shop */
    Installation(Direction direction, int budget) throws IOException, InterruptedException {
        this.direction = direction;
        this.shop = Merchants.order(direction == Direction.TO_SHOP ? "te-butiken" : "kajak-se", 1)
                .shop();
        this.account = Merchants.account(shop.shop());
        this.folder = Bench.folder();
        try {
            database = keep(Database.embedded(folder.resolve("postgres")));
            temporal = keep(Bench.temporal());
            starweb = keep(StarwebSimulator.start(0, 1, Clock.systemUTC()));
            specter = keep(SpecterSimulator.start(0, 1, Clock.systemUTC()));
            apps = keep(Apps.start(database, temporal, 0, QUIET));
            starweb.limit(1_000_000);
            Merchants.setUp(
                    apps,
                    setup(budget),
                    Merchants.environment(starweb, specter),
                    starweb.clock().instant().minus(Duration.ofHours(1)));
            articles = new FeedWatch(apps, specter, Feed.PRICES, shop.tenant(), account);
            apps.stopWorker();
            worker = start();
        } catch (RuntimeException | IOException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T keep(T resource) {
        started.push(resource);
        return resource;
    }

    /** The merchant's part of the demo's file, with products instead of the feeds that write to the shop. */
    private String setup(int budget) {
        boolean toShop = direction == Direction.TO_SHOP;
        String file = Merchants.file()
                .split("(?m)^---$")[toShop ? 1 : 0]
                .replaceAll("maxRequestsPerMinute: \\d+", "maxRequestsPerMinute: " + budget)
                .replaceAll("(?m)^    (?:status|stock|prices):\\n(?:      .*\\n)+", "");
        return toShop
                ? file.replaceFirst("(?m)^specter:$", "specter:\n  assumedAdapter: true")
                        + "    products: { visible: true }\n"
                : file.replaceFirst("(?m)^    orders:$", "    products: {}\n    orders:");
    }

    private AppChild start() throws IOException, InterruptedException {
        Map<String, String> properties = Apps.properties(database, temporal, FreePort.pick(), QUIET);
        return new AppChild("worker", properties, WORKER_HEAP, folder.resolve("worker-" + ++workers + ".log"));
    }

    AppChild worker() {
        return worker;
    }

    /** Kills the worker, and starts another one. */
    void killWorker() throws IOException, InterruptedException {
        worker.kill();
        worker = start();
    }

    JdbcClient jdbc() {
        return apps.bean(JdbcClient.class);
    }

    /** From now on the sync writes, as after an initial sync. */
    void begin() {
        apps.bean(InitialBook.class).begun(shop, direction);
        jdbc().sql("update product_look set swept_setup = null where tenant = :tenant and shop = :shop")
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .update();
        poke();
    }

    private void poke() {
        apps.bean(io.temporal.client.WorkflowClient.class)
                .newUntypedWorkflowStub(ProductSyncWorkflow.idOf(shop))
                .signal("poke");
    }

    /** Whether everything was read since then, and nothing is left to be written. */
    boolean isDoneSince(Instant begun) {
        return count("product_look where swept_at > '" + begun + "'") == 1
                && (direction == Direction.TO_SPECTER
                        ? count("product where state = 'pending'") == 0
                        : articles.isAtRestSince(begun)
                                && count("article_news") == 0
                                && count("shop_article where state = 'pending'") == 0);
    }

    /** Variants that have come over, or that were found equal. */
    int settled() {
        return count(table() + " where state = 'settled'");
    }

    /** Variants that wait for a person, each with its cause. */
    int waiting() {
        return count(table() + " where state = 'waiting'");
    }

    private String table() {
        return direction == Direction.TO_SHOP ? "shop_article" : "product";
    }

    private int count(String from) {
        return jdbc().sql("select count(*) from " + from).query(Integer.class).single();
    }

    @Override
    public void close() {
        AppChild last = worker;
        if (last != null) {
            last.close();
        }
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.err.println("brygga: could not stop cleanly: " + e.getMessage());
            }
        }
    }
}
