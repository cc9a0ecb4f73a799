package se.brygga.testbed.bench.products;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.brygga.setup.products.Direction;
import se.brygga.simulators.specter.seed.DirtyAssortment;
import se.brygga.testbed.bench.HeapWatch;
import se.brygga.testbed.bench.OrderLoad;
import se.brygga.testbed.bench.OrderLoad.Latency;

/** {@code brygga bench products}. */
@Command(
        name = "products",
        description = "Brings a whole assortment over, beside orders, with faults and kills of the worker: time, calls,"
                + " doubles, and what orders notice. Then looks at everything again, which must write nothing.",
        mixinStandardHelpOptions = true)
public final class ProductsBench implements Callable<Integer> {

    private static final int WARM_UP = 20;
    private static final int TICK_MILLIS = 500;
    private static final int ORDERS_AT_A_TIME = 5;
    private static final int SEED = 1;

    @Option(names = "--to-shop", description = "from Specter to the shop; default: to Specter")
    private boolean toShop;

    @Option(names = "--products", description = "default: ${DEFAULT-VALUE}")
    private int products = 500;

    @Option(names = "--variants", description = "default: 12 for each 5 products")
    private @Nullable Integer variants;

    @Option(
            names = "--faults",
            description = "calls are lost before and after they are done, or answered with 429 or 503")
    private boolean faults;

    @Option(names = "--kills", description = "how often the worker is killed on the way; default: ${DEFAULT-VALUE}")
    private int kills;

    @Option(names = "--budget", description = "requests a minute to the shop; default: ${DEFAULT-VALUE}")
    private int budget = 3_000;

    @Option(
            names = "--orders",
            description = "how many are placed before the run, one a second; default: ${DEFAULT-VALUE}")
    private int orders = 40;

    @Option(names = "--minutes", description = "gives up after so many; default: ${DEFAULT-VALUE}")
    private int minutes = 60;

    @Override
    public Integer call() throws Exception {
        if (products < 1 || kills < 0 || orders < 1) {
            System.err.println("brygga: --products and --orders must be at least 1, --kills at least 0");
            return 2;
        }
        int wanted = variants == null ? products * 12 / 5 : variants;
        try (Installation installation = new Installation(toShop ? Direction.TO_SHOP : Direction.TO_SPECTER, budget)) {
            return measure(installation, wanted) ? 0 : 1;
        }
    }

    private boolean measure(Installation at, int wanted) throws Exception {
        OrderLoad load = new OrderLoad(at.starweb, at.jdbc(), List.of(at.shop.shop()));
        System.out.println("Warming up ...");
        load.run(WARM_UP, 2);
        System.out.println("Measuring orders alone ...");
        load.run(orders, 1);
        Latency alone = load.latencyOfLast(orders);

        System.out.println("Making the assortment ...");
        fill(at, wanted);
        int articlesBefore = at.specter.account(at.account).cards().size();
        Traffic traffic = new Traffic(at);
        traffic.forget();
        if (faults) {
            traffic.disturb();
        }
        System.out.println("Bringing it over ...");
        HeapWatch heap = new HeapWatch(at::worker);
        Thread watching = Thread.ofVirtual().start(heap);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger placed = new AtomicInteger();
        Thread ordering = Thread.ofPlatform().start(() -> placeOrders(load, over, placed));
        Instant begun = Instant.now();
        at.begin();
        bringOver(at, begun, wanted);
        Duration took = Duration.between(begun, Instant.now());
        over.set(true);
        ordering.join();
        watching.interrupt();
        watching.join();
        Latency beside = load.latencyOfLast(placed.get());
        at.starweb.faults().clear();
        at.specter.faults().clear();

        int settled = at.settled();
        int written = traffic.written();
        int least = traffic.least(wanted);
        int doubles = traffic.doubles();
        int shopCalls = traffic.shopCalls();
        System.out.printf(
                Locale.ROOT,
                "%n%d products, %d variants %s, %d requests a minute to the shop, worker with %d MB%s, killed %d times%n",
                products,
                wanted,
                toShop ? "to the shop" : "to Specter",
                budget,
                Installation.WORKER_HEAP,
                faults ? ", with faults" : "",
                kills);
        System.out.printf(Locale.ROOT, "  time                     %8.1f s%n", took.toMillis() / 1_000.0);
        System.out.printf(
                Locale.ROOT,
                "  variants                 %8d are over, %d wait; the other side has %s%n",
                settled,
                at.waiting(),
                toShop
                        ? at.starweb.productCount(at.shop.shop()) + " products, "
                                + at.starweb.variantCount(at.shop.shop()) + " variants"
                        : at.specter.account(at.account).cards().size() - articlesBefore + " articles more");
        System.out.printf(Locale.ROOT, "  doubles                  %8d%n", doubles);
        System.out.printf(
                Locale.ROOT,
                "  calls that write         %8d, least %d: %.2f times%n",
                written,
                least,
                written / (double) Math.max(1, least));
        System.out.printf(
                Locale.ROOT,
                "  calls of the shop        %8d, %.2f a product, %.0f %% of the budget%n",
                shopCalls,
                shopCalls / (double) products,
                100 * shopCalls / (budget * took.toMillis() / 60_000.0));
        if (toShop) {
            System.out.println("  changes of the shop      " + traffic.kinds());
        }
        System.out.printf(Locale.ROOT, "  worker's heap after GC   %8d MB at most%n", heap.most());
        System.out.printf(Locale.ROOT, "  web hook to number       %8s %8s%n", "p50 ms", "p95 ms");
        System.out.printf(Locale.ROOT, "    %3d orders alone       %8.0f %8.0f%n", orders, alone.p50(), alone.p95());
        System.out.printf(
                Locale.ROOT, "    %3d orders beside      %8.0f %8.0f%n", placed.get(), beside.p50(), beside.p95());

        traffic.forget();
        Instant again = Instant.now();
        at.begin();
        bringOver(at, again, Integer.MAX_VALUE);
        System.out.printf(Locale.ROOT, "  everything looked at again %6d writes%n", traffic.written());
        return doubles == 0 && traffic.written() == 0;
    }

    private void fill(Installation at, int wanted) {
        if (toShop) {
            at.specter.account(at.account).fill(new DirtyAssortment.Wish("S", products, wanted, SEED));
        } else {
            at.starweb.fill(at.shop.shop(), SEED, products, wanted, 0);
        }
    }

    private static void placeOrders(OrderLoad load, AtomicBoolean over, AtomicInteger placed) {
        try {
            while (!over.get()) {
                load.run(ORDERS_AT_A_TIME, 1);
                placed.addAndGet(ORDERS_AT_A_TIME);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until everything is over, and kills the worker as often as asked, at even steps of the way. */
    private void bringOver(Installation at, Instant begun, int wanted) throws Exception {
        Instant until = begun.plus(Duration.ofMinutes(minutes));
        int killed = 0;
        while (!at.isDoneSince(begun)) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException(
                        "not over after " + minutes + " minutes: " + at.settled() + " are, " + at.waiting() + " wait");
            }
            if (killed < kills && at.settled() >= (killed + 1L) * wanted / (kills + 1L)) {
                at.killWorker();
                killed++;
            }
            Thread.sleep(TICK_MILLIS);
        }
    }
}
