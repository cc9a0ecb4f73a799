package se.brygga.testbed.bench.idle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.file.SetupFile;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.bench.AppChild;
import se.brygga.testbed.bench.Bench;
import se.brygga.testbed.bench.CpuTimes;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.FreePort;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;
import se.brygga.workflows.ShopRef;

/**
 * Many tenants to whom nothing happens, with the real worker in a process of its own and the real Temporal server. All of them
 * share one simulated shop and one account: as long as nothing changes there, none notices the others.
 */
final class IdleTenants {

    private static final int WORKER_HEAP = 512;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String DONE = "temporal_activity_execution_latency_seconds_count";
    private static final String POLL = "activity_type=\"Poll\"";
    private static final String LOOK = "activity_type=\"LookThrough\"";
    private static final Map<String, String> QUIET = Map.of("logging.level.root", "ERROR");

    private final int tenants;

    IdleTenants(int tenants) {
        this.tenants = tenants;
    }

    /** Measures for so long, from when each loop has looked for the first time, and prints. */
    void measure(Duration time) throws IOException, InterruptedException {
        Path folder = Bench.folder();
        try (Database database = Database.embedded(folder.resolve("postgres"));
                TemporalServer temporal = Bench.temporal();
                StarwebSimulator starweb = StarwebSimulator.start(0, 1, Clock.systemUTC());
                SpecterSimulator specter = SpecterSimulator.start(0, 1, Clock.systemUTC());
                Apps apps = Apps.start(database, temporal, 0, QUIET)) {
            apps.stopWorker();
            starweb.limit(1_000_000);
            setUp(apps, starweb, specter);
            Map<String, String> properties = Apps.properties(database, temporal, FreePort.pick(), QUIET);
            try (AppChild worker = new AppChild("worker", properties, WORKER_HEAP, folder.resolve("worker.log"))) {
                long begun = System.nanoTime();
                awaitFirstLooks(worker);
                System.out.printf(
                        Locale.ROOT,
                        "%n%d idle tenants, the real worker (%d MB) and server; all had looked once after %d s%n",
                        tenants,
                        WORKER_HEAP,
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds());
                double polls = worker.metric(DONE, POLL);
                double looks = worker.metric(DONE, LOOK);
                CpuTimes before = CpuTimes.now();
                TimeUnit.SECONDS.sleep(time.toSeconds());
                Map<String, Double> used = CpuTimes.now().since(before, 1);
                report(time, worker.metric(DONE, POLL) - polls, worker.metric(DONE, LOOK) - looks, used);
                System.out.printf(
                        Locale.ROOT,
                        "  memory: Temporal %d MB resident, worker's heap after GC %d MB%n",
                        temporalResident(),
                        worker.heapInUse());
            }
        }
    }

    private void setUp(Apps apps, StarwebSimulator starweb, SpecterSimulator specter) {
        String file = Merchants.file().split("(?m)^---$")[1].replaceAll("(?m)^feeds:\\n(?:  .*\\n)+", "");
        Map<String, String> environment = Merchants.environment(starweb, specter);
        SetupStore setups = apps.bean(SetupStore.class);
        IntakeBook intakes = apps.bean(IntakeBook.class);
        for (int i = 0; i < tenants; i++) {
            String text = file.replace("tenant: tehuset", "tenant: idle-" + i);
            SetupFile.Result read = SetupFile.read(text, name -> Optional.ofNullable(environment.get(name)));
            TenantSetup setup = read.setups().getFirst();
            setups.applying().apply(setup, text, "bench");
            // All are the same simulated shop, which Brygga serves in one place only.
            apps.bean(JdbcClient.class).sql("delete from outside_system").update();
            setup.shops()
                    .forEach(shop -> intakes.begin(
                            new ShopRef(setup.tenant(), shop.shop()),
                            IntakeBook.Beginning.at(starweb.clock().instant())));
        }
    }

    private void awaitFirstLooks(AppChild worker) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (worker.metric(DONE, POLL) < 3.0 * tenants || worker.metric(DONE, LOOK) < tenants) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not all loops have looked after " + PATIENCE + ": "
                        + worker.metric(DONE, POLL) + " polls, " + worker.metric(DONE, LOOK) + " looks");
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static void report(Duration time, double polls, double looks, Map<String, Double> used) {
        System.out.printf(
                Locale.ROOT,
                "  in %d s: %.0f polls of Specter, %.0f looks at the shop%n",
                time.toSeconds(),
                polls,
                looks);
        new TreeMap<>(used)
                .forEach((name, ms) -> System.out.printf(
                        Locale.ROOT,
                        "    %-42s %5.1f ms of processor time a poll or look, %.0f %% of one processor%n",
                        name,
                        ms / (polls + looks),
                        100 * ms / time.toMillis()));
    }

    private static long temporalResident() throws IOException {
        long kilobytes = 0;
        List<ProcessHandle> servers = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("temporal"))
                .toList();
        for (ProcessHandle server : servers) {
            try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(server.pid()), "status"))) {
                kilobytes += lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            }
        }
        return kilobytes / 1024;
    }
}
