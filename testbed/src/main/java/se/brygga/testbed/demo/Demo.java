package se.brygga.testbed.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.AccessDesk.NewToken;
import se.brygga.starter.desk.access.Right;
import se.brygga.testbed.demo.news.Arrivals;
import se.brygga.testbed.demo.news.ShopNews;
import se.brygga.testbed.demo.once.OnceRun;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.Project;
import se.brygga.testbed.kit.TemporalServer;

/** {@code brygga demo}: database, Temporal, both simulators and both apps in one go. */
@Command(
        name = "demo",
        description =
                "Runs everything on this machine: orders go to Specter; deliveries, stock and prices come back. Each arrival is printed.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {

    private static final Map<String, String> PROPERTIES =
            Map.of("logging.level.root", "WARN", "brygga.worker.stop-within", "2s");

    @Mixin
    private Ports ports = new Ports();

    @Option(
            names = "--once",
            description =
                    "a handful of orders there, and of deliveries, stock and prices back; prints tables, and ends")
    private boolean once;

    @Option(names = "--port", description = "web hooks and API; default: ${DEFAULT-VALUE}")
    private int port = 8080;

    @Option(names = "--ui-port", description = "Temporal's pages; default: ${DEFAULT-VALUE}")
    private int uiPort = 8233;

    @Option(names = "--setup", paramLabel = "FILE", description = "a set-up file instead of the demo's own")
    private @Nullable Path setup;

    @Option(names = "--no-simulators", description = "against the systems that the set-up file names")
    private boolean noSimulators;

    private final Running running = new Running();

    @Override
    public Integer call() throws Exception {
        String refusal = refusal(System.getenv());
        if (refusal != null) {
            System.err.println("brygga: " + refusal);
            return 2;
        }
        return running.untilTheEnd(this::run);
    }

    /** Why the options are refused, given the environment; null when they are not. */
    private @Nullable String refusal(Map<String, String> environment) {
        if (!noSimulators) {
            return null;
        }
        if (setup == null || once) {
            return "--no-simulators needs --setup FILE, and has no --once: it places no orders";
        }
        if (!environment.containsKey("BRYGGA_DB_URL")) {
            return "--no-simulators carries real orders, and the demo's own database is thrown away at the end:"
                    + " set BRYGGA_DB_URL (with BRYGGA_DB_USER and BRYGGA_DB_PASSWORD) to a PostgreSQL that stays";
        }
        return ownKey(environment)
                ? null
                : "--no-simulators carries real orders, and everybody knows the demo's key: make one with"
                        + " ./brygga key new, and set BRYGGA_KEY or BRYGGA_KEY_FILE";
    }

    private static boolean ownKey(Map<String, String> environment) {
        return environment.containsKey("BRYGGA_KEY") || environment.containsKey("BRYGGA_KEY_FILE");
    }

    /** Both simulators, if this run has them. */
    private record Simulated(StarwebSimulator starweb, SpecterSimulator specter) {}

    private int run() throws Exception {
        Patiently patiently = noSimulators ? Patiently.waiting() : Patiently.impatient();
        String setupFile = setupFile();
        WorkFolder work = running.keep(WorkFolder.take(Project.root().resolve(".brygga")));
        Ports.check(wantedPorts());
        Simulated simulated = noSimulators
                ? null
                : new Simulated(running.keep(ports.startStarweb()), running.keep(ports.startSpecter()));
        Database database = running.keep(patiently.step("the database", () -> database(work)));
        TemporalServer temporal = running.keep(patiently.step("Temporal", () -> temporal(work)));
        Apps apps = running.keep(
                patiently.step("the database and Temporal", () -> Apps.start(database, temporal, port, PROPERTIES)));
        patiently.step("the shops and Specter", () -> setUp(apps, simulated, setupFile));
        if (simulated != null) {
            Merchants.registerTriggers(apps, simulated.specter());
            new FirstProducts(apps).begin();
        }
        work.tell(environment(database, temporal, apps));
        if (simulated != null && once) {
            return new OnceRun(simulated.starweb(), simulated.specter(), apps).run();
        }
        printWhereToLook(apps, simulated, temporal);
        Arrivals arrivals = new Arrivals(apps);
        if (simulated == null) {
            arrivals.printForEver();
        } else {
            goOn(apps, simulated, arrivals);
        }
        return 0;
    }

    private static void goOn(Apps apps, Simulated simulated, Arrivals arrivals) throws InterruptedException {
        ShopNews news = new ShopNews(apps, simulated.starweb(), simulated.specter());
        SpecterStaff staff = new SpecterStaff(simulated.specter());
        new EndlessRun(simulated.starweb(), staff, () -> {
                    arrivals.news().forEach(System.out::println);
                    news.lines().forEach(System.out::println);
                })
                .run();
    }

    private String setupFile() throws IOException {
        if (setup == null) {
            return Merchants.fileWithProducts();
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

    private Apps setUp(Apps apps, @Nullable Simulated simulated, String file) {
        Map<String, String> environment =
                simulated == null ? Map.of() : Merchants.environment(simulated.starweb(), simulated.specter());
        // The simulated shops have earlier orders. An endless demo shows how those are carried, too.
        Instant since = simulated == null || once ? Instant.now().minus(Duration.ofHours(1)) : Instant.EPOCH;
        Merchants.setUp(apps, file, environment, since);
        return apps;
    }

    private static Database database(WorkFolder work) {
        String url = System.getenv("BRYGGA_DB_URL");
        return url == null
                ? Database.embedded(work.file("postgres"))
                : Database.at(
                        url,
                        System.getenv().getOrDefault("BRYGGA_DB_USER", "brygga"),
                        System.getenv().getOrDefault("BRYGGA_DB_PASSWORD", ""));
    }

    private TemporalServer temporal(WorkFolder work) {
        String address = System.getenv("TEMPORAL_ADDRESS");
        if (address != null) {
            return TemporalServer.at(address);
        }
        Optional<Path> program = TemporalServer.program();
        if (program.isPresent()) {
            return TemporalServer.developmentWithPages(program.get(), once ? 0 : uiPort, work.file("temporal"));
        }
        System.out.println("No temporal-server program found: using the in-memory server, which has no pages."
                + " Get the real one with tools/temporal/build (needs Go, takes some minutes once).");
        return TemporalServer.inMemory();
    }

    private static Map<String, @Nullable String> environment(Database database, TemporalServer temporal, Apps apps) {
        Map<String, @Nullable String> environment = new LinkedHashMap<>();
        environment.put("BRYGGA_DB_URL", database.url());
        environment.put("BRYGGA_DB_USER", database.user());
        environment.put("BRYGGA_DB_PASSWORD", database.password());
        environment.put("TEMPORAL_ADDRESS", temporal.address());
        environment.put("BRYGGA_PUBLIC_URL", apps.starterUri().toString());
        environment.put("BRYGGA_URL", apps.starterUri().toString());
        environment.put("BRYGGA_TOKEN", token(apps));
        environment.put("BRYGGA_KEY_DEMO", ownKey(System.getenv()) ? null : "true");
        return environment;
    }

    /**
     * The token for the commands that ask the starter. A database that stays has one such token, whichever demo made
     * it.
     */
    private static String token(Apps apps) {
        return apps.bean(AccessDesk.class)
                .replace(new NewToken.Wish("brygga-demo", Set.of(Right.values()), Set.of()), new Operator("demo", null))
                .secret();
    }

    private static void printWhereToLook(Apps apps, @Nullable Simulated simulated, TemporalServer temporal) {
        System.out.println();
        if (simulated != null) {
            System.out.println("Starweb (simulator)  " + simulated.starweb().uri() + "   place and pay orders here");
            System.out.println("Specter (simulator)  " + simulated.specter().uri()
                    + "   see them arrive; deliver, change stock and prices, sell at the till");
        }
        System.out.println("Temporal             " + temporal.pages());
        System.out.println("Brygga               " + apps.starterPages() + "/actuator/health");
        System.out.println(
                "In another terminal  ./brygga orders list --state all     ./brygga orders show nordkajak/kajak-se/10010");
        System.out.println("Ctrl-C ends everything.");
        System.out.println();
    }
}
