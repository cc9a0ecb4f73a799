package se.brygga.testbed.bench;

import io.temporal.client.WorkflowClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.FreePort;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;

/** {@code brygga bench orders}. */
@Command(
        name = "orders",
        description = "Orders per second and latency from web hook to Specter number, beside a bare workflow.",
        mixinStandardHelpOptions = true)
final class OrdersBench implements Callable<Integer> {

    private static final int WORKER_HEAP = 512;
    private static final int WARM_UP = 100;
    private static final int PARTS = 4;
    private static final int CALM_ORDERS = 100;
    private static final int CALM_PER_SECOND = 4;
    private static final int SAMPLE = 50;
    /** A real account takes one call at a time; here the engine is measured, not the wait for Specter. */
    private static final int SPECTER_PLACES = 8;

    @Option(names = "--orders", description = "how many in the burst; default: ${DEFAULT-VALUE}")
    private int orders = 2_000;

    @Option(
            names = "--postgres",
            description =
                    "Temporal on PostgreSQL instead of the development server; needs tools/temporal/build --sql-tool")
    private boolean postgres;

    @Override
    public Integer call() throws Exception {
        Path folder = Bench.folder();
        try (Database database = Database.embedded(folder.resolve("postgres"));
                TemporalServer temporal = postgres ? TemporalServer.onPostgres(database, folder) : Bench.temporal();
                StarwebSimulator starweb = StarwebSimulator.start(0, 1, Clock.systemUTC());
                SpecterSimulator specter = SpecterSimulator.start(0, 1, Clock.systemUTC());
                Apps apps = Apps.start(database, temporal, 0, Map.of("logging.level.root", "ERROR"))) {
            starweb.limit(1_000_000);
            String file =
                    Merchants.file().replaceAll("(?m)^  sbmId:", "  maxConcurrent: " + SPECTER_PLACES + "\n  sbmId:");
            Merchants.setUp(
                    apps,
                    file,
                    Merchants.environment(starweb, specter),
                    starweb.clock().instant().minus(Duration.ofHours(1)));
            apps.stopWorker();
            Map<String, String> properties =
                    Apps.properties(database, temporal, FreePort.pick(), Map.of("logging.level.root", "ERROR"));
            try (AppChild worker = new AppChild("worker", properties, WORKER_HEAP, folder.resolve("worker.log"));
                    BareLoad bare = new BareLoad(apps.bean(WorkflowClient.class))) {
                measure(apps, worker, bare, new OrderLoad(starweb, apps.bean(JdbcClient.class)));
            }
        }
        return 0;
    }

    private void measure(Apps apps, AppChild worker, BareLoad bare, OrderLoad load) throws Exception {
        System.out.println("Warming up ...");
        bare.run(WARM_UP);
        load.run(WARM_UP, 0);
        System.out.println("Measuring ...");
        CpuTimes cpuBefore = CpuTimes.now();
        Duration before = bare.run(orders);
        Map<String, Double> bareCpu = CpuTimes.now().since(cpuBefore, orders);
        List<Long> heap = new ArrayList<>(List.of(worker.heapInUse()));
        List<OrderRef> last = List.of();
        Duration transfers = Duration.ZERO;
        CpuTimes cpuBeforeTransfers = CpuTimes.now();
        for (int part = 0; part < PARTS; part++) {
            long start = System.nanoTime();
            last = load.run(orders / PARTS, 0);
            transfers = transfers.plusNanos(System.nanoTime() - start);
            heap.add(worker.heapInUse());
        }
        Map<String, Double> transferCpu = CpuTimes.now().since(cpuBeforeTransfers, orders);
        OrderLoad.Latency burst = load.latencyOfLast(orders / PARTS);
        Duration after = bare.run(orders);
        load.run(CALM_ORDERS, CALM_PER_SECOND);
        OrderLoad.Latency calm = load.latencyOfLast(CALM_ORDERS);
        StepTimes steps = new StepTimes(apps.bean(WorkflowClient.class));
        last.stream()
                .limit(SAMPLE)
                .forEach(order -> steps.add(Question.transfer(order).workflowId()));
        reportRates(before, transfers, after);
        System.out.printf(
                Locale.ROOT,
                "  web hook to number       p50 %6.0f ms   p99 %6.0f ms   in a burst%n",
                burst.p50(),
                burst.p99());
        System.out.printf(
                Locale.ROOT,
                "                           p50 %6.0f ms   p99 %6.0f ms   at %d orders/s%n",
                calm.p50(),
                calm.p99(),
                CALM_PER_SECOND);
        System.out.printf(Locale.ROOT, "  worker's heap after GC   %s MB   before and after each burst%n", heap);
        System.out.printf(Locale.ROOT, "  processor time, ms:                              a bare one   a transfer%n");
        transferCpu.forEach((name, ms) ->
                System.out.printf(Locale.ROOT, "    %-42s %10.1f %12.1f%n", name, bareCpu.getOrDefault(name, 0.0), ms));
        report(steps);
    }

    private void reportRates(Duration before, Duration transfers, Duration after) {
        double bare = 2.0 * orders / seconds(before.plus(after));
        double full = (orders / PARTS * PARTS) / seconds(transfers);
        System.out.printf(Locale.ROOT, "%n");
        System.out.printf(
                Locale.ROOT,
                "%d orders, %d processors, Temporal %s, worker with %d MB%n",
                orders,
                Runtime.getRuntime().availableProcessors(),
                postgres ? "on PostgreSQL" : "development server",
                WORKER_HEAP);
        System.out.printf(
                Locale.ROOT,
                "  limits raised for this: %d calls at a time to Specter per account (a real one takes 1)%n",
                SPECTER_PLACES);
        System.out.printf(Locale.ROOT, "  transfers                %8.1f /s   in %d bursts%n", full, PARTS);
        System.out.printf(
                Locale.ROOT,
                "  bare, %d activities       %8.1f /s   before %.1f, after %.1f%n",
                BareWorkflow.ACTIVITIES,
                bare,
                orders / seconds(before),
                orders / seconds(after));
        System.out.printf(Locale.ROOT, "  ratio                    %8.2f%n", full / bare);
    }

    private static void report(StepTimes steps) {
        System.out.printf(
                Locale.ROOT,
                "  where a transfer's time goes, in a burst (mean of %d, ms; %.1f activities each):%n",
                SAMPLE,
                steps.activities());
        System.out.printf(Locale.ROOT, "    %-28s %10s %10s%n", "", "waiting", "working");
        for (StepTimes.Mean mean : steps.means()) {
            System.out.printf(Locale.ROOT, "    %-28s %10.1f %10.1f%n", mean.step(), mean.waiting(), mean.working());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
