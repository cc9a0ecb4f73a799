package se.brygga.testbed.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.Project;
import se.brygga.testbed.kit.TemporalServer;
import se.brygga.testbed.specter.SpecterSimulator;
import se.brygga.testbed.starweb.StarwebSimulator;

/** {@code brygga demo}: database, Temporal, both simulators and both apps in one go. */
@Command(
        name = "demo",
        description = "Runs everything on this machine: orders are placed, and each arrival in Specter is printed.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {

    /** As a shell counts a program that Ctrl-C has ended. */
    private static final int INTERRUPTED = 130;

    @Mixin
    private Ports ports = new Ports();

    @Option(names = "--once", description = "places a handful of orders, waits for all, prints a table, and ends")
    private boolean once;

    @Option(names = "--port", description = "web hooks and API; default: ${DEFAULT-VALUE}")
    private int port = 8080;

    @Option(names = "--ui-port", description = "Temporal's pages; default: ${DEFAULT-VALUE}")
    private int uiPort = 8233;

    @Option(names = "--setup", paramLabel = "FILE", description = "a set-up file instead of the demo's own")
    private @Nullable Path setup;

    @Option(names = "--no-simulators", description = "against the systems that the set-up file names")
    private boolean noSimulators;

    private final List<AutoCloseable> started = new ArrayList<>();
    private volatile boolean stopping;

    @Override
    public Integer call() throws Exception {
        // Ctrl-C must leave nothing running, also in the middle of the start.
        Thread interrupted = new Thread(this::stopOnInterrupt);
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            return run();
        } catch (RuntimeException e) {
            if (stopping) {
                return INTERRUPTED;
            }
            throw e;
        } finally {
            if (!stopping) {
                Runtime.getRuntime().removeShutdownHook(interrupted);
                stop();
            }
        }
    }

    /** Everything stops at once, so what the parts say of each other's end is of no use to anybody. */
    private void stopOnInterrupt() {
        stopping = true;
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        stop();
    }

    /** Both simulators, if this run has them. */
    private record Simulated(StarwebSimulator starweb, SpecterSimulator specter) {}

    private int run() throws IOException, InterruptedException {
        if (noSimulators && (setup == null || once)) {
            System.err.println("brygga: --no-simulators needs --setup FILE, and has no --once: it places no orders");
            return 2;
        }
        String setupFile = setupFile();
        Ports.check(wantedPorts());
        Path work = Project.root().resolve(".brygga");
        Files.createDirectories(work);
        Simulated simulated =
                noSimulators ? null : new Simulated(keep(ports.startStarweb()), keep(ports.startSpecter()));
        Database database = keep(database(work));
        TemporalServer temporal = keep(temporal(work));
        Apps apps = keep(Apps.start(
                database, temporal, port, Map.of("logging.level.root", "WARN", "brygga.worker.stop-within", "2s")));
        setUp(apps, simulated, setupFile);
        writeEnvironment(work, database, temporal, apps);
        Arrivals arrivals = new Arrivals(apps);
        if (simulated == null) {
            printWhereToLook(apps, null, temporal);
            arrivals.printForEver();
            return 0;
        }
        if (once) {
            return new OnceRun(simulated.starweb(), simulated.specter(), apps, arrivals).run();
        }
        printWhereToLook(apps, simulated, temporal);
        new EndlessRun(simulated.starweb(), arrivals).run();
        return 0;
    }

    private String setupFile() throws IOException {
        if (setup == null) {
            return Merchants.file();
        }
        try {
            return Files.readString(setup);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("there is no set-up file " + setup.toAbsolutePath(), e);
        }
    }

    private List<Ports.Wanted> wantedPorts() {
        List<Ports.Wanted> wanted = new ArrayList<>(noSimulators ? List.of() : ports.ofSimulators());
        wanted.add(new Ports.Wanted("--port", port));
        if (!once && System.getenv("TEMPORAL_ADDRESS") == null) {
            wanted.add(new Ports.Wanted("--ui-port", uiPort));
        }
        return wanted;
    }

    private void setUp(Apps apps, @Nullable Simulated simulated, String file) {
        Map<String, String> environment =
                simulated == null ? Map.of() : Merchants.environment(simulated.starweb(), simulated.specter());
        // The simulated shops have orders from before: a demo that goes on shows how they are carried, too.
        Instant since = simulated == null || once ? Instant.now().minus(Duration.ofHours(1)) : Instant.EPOCH;
        Merchants.setUp(apps, file, environment, since);
    }

    private static Database database(Path work) {
        String url = System.getenv("BRYGGA_DB_URL");
        return url == null
                ? Database.embedded(work.resolve("postgres"))
                : Database.at(
                        url,
                        System.getenv().getOrDefault("BRYGGA_DB_USER", "brygga"),
                        System.getenv().getOrDefault("BRYGGA_DB_PASSWORD", ""));
    }

    private TemporalServer temporal(Path work) {
        String address = System.getenv("TEMPORAL_ADDRESS");
        if (address != null) {
            return TemporalServer.at(address);
        }
        Optional<Path> program = TemporalServer.program();
        if (program.isPresent()) {
            return TemporalServer.development(program.get(), once ? 0 : uiPort, null, work.resolve("temporal.log"));
        }
        System.out.println("No temporal program found: using the in-memory server, which has no pages."
                + " Get the real one with tools/temporal/build (needs Go, takes some minutes once).");
        return TemporalServer.inMemory();
    }

    /** For {@code ./brygga orders …} beside the running demo. */
    private void writeEnvironment(Path work, Database database, TemporalServer temporal, Apps apps) throws IOException {
        Path file = work.resolve("demo.env");
        Files.writeString(file, """
                BRYGGA_DB_URL='%s'
                BRYGGA_DB_USER='%s'
                BRYGGA_DB_PASSWORD='%s'
                TEMPORAL_ADDRESS='%s'
                BRYGGA_PUBLIC_URL='%s'
                BRYGGA_KEY_DEMO=true
                """.formatted(
                        database.url(), database.user(), database.password(), temporal.address(), apps.starterUri()));
        started.add(() -> Files.deleteIfExists(file));
    }

    private static void printWhereToLook(Apps apps, @Nullable Simulated simulated, TemporalServer temporal) {
        System.out.println();
        if (simulated != null) {
            System.out.println("Starweb (simulator)  " + simulated.starweb().uri() + "   place and pay orders here");
            System.out.println("Specter (simulator)  " + simulated.specter().uri() + "   see them arrive");
        }
        System.out.println("Temporal             " + temporal.pages());
        System.out.println("Brygga               " + apps.starterUri() + "/actuator/health");
        System.out.println(
                "In another terminal  ./brygga orders list --state all     ./brygga orders show nordkajak/kajak-se/10010");
        System.out.println("Ctrl-C ends everything.");
        System.out.println();
    }

    private <T extends AutoCloseable> T keep(T resource) {
        synchronized (started) {
            started.add(resource);
        }
        return resource;
    }

    private void stop() {
        synchronized (started) {
            for (AutoCloseable resource : started.reversed()) {
                try {
                    resource.close();
                } catch (Exception e) {
                    System.err.println("brygga: could not stop cleanly: " + e.getMessage());
                }
            }
            started.clear();
        }
    }
}
