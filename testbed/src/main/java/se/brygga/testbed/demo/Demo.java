package se.brygga.testbed.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Mixin
    private Ports ports = new Ports();

    @Option(names = "--once", description = "places a handful of orders, waits for all, prints a table, and ends")
    private boolean once;

    @Option(names = "--port", description = "web hooks and API; default: ${DEFAULT-VALUE}")
    private int port = 8080;

    @Option(names = "--ui-port", description = "Temporal's pages; default: ${DEFAULT-VALUE}")
    private int uiPort = 8233;

    private final List<AutoCloseable> started = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        // Ctrl-C must leave nothing running, also in the middle of the start.
        Thread stop = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return run();
        } finally {
            stop();
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    private int run() throws IOException, InterruptedException {
        Path work = Project.root().resolve(".brygga");
        Files.createDirectories(work);
        StarwebSimulator starweb = keep(ports.startStarweb());
        SpecterSimulator specter = keep(ports.startSpecter());
        Database database = keep(database(work));
        TemporalServer temporal = keep(temporal(work));
        Apps apps = keep(Apps.start(database, temporal, port, Map.of("logging.level.root", "WARN")));
        Merchants.setUp(apps, starweb, specter);
        writeEnvironment(work, database, temporal, apps);
        Arrivals arrivals = new Arrivals(apps, specter);
        if (once) {
            return new OnceRun(starweb, specter, arrivals).run();
        }
        printWhereToLook(apps, starweb, specter, temporal);
        new EndlessRun(starweb, arrivals).run();
        return 0;
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

    private static void printWhereToLook(
            Apps apps, StarwebSimulator starweb, SpecterSimulator specter, TemporalServer temporal) {
        System.out.println();
        System.out.println("Starweb (simulator)  " + starweb.uri() + "   place and pay orders here");
        System.out.println("Specter (simulator)  " + specter.uri() + "   see them arrive");
        System.out.println("Temporal             " + temporal.ui().orElse("(the in-memory server has no pages)"));
        System.out.println("Brygga               " + apps.starterUri() + "/actuator/health");
        System.out.println("In another terminal  ./brygga orders list --state all     ./brygga orders show 10000");
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
