package se.brygga.testbed.kit;

import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.brygga.activities.start.Launch.StartRefused;
import se.brygga.workflows.refusal.Reason;

/** A Temporal server: the real one where its program is at hand, else the SDK's in-memory one. */
public final class TemporalServer implements AutoCloseable {

    private static final String LOG = "temporal.log";
    private static final int TRIES = 3;
    private static final String STATE = "state";
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final String address;
    private final String pages;
    private final List<AutoCloseable> toStop;

    private TemporalServer(String address, String pages, AutoCloseable... toStop) {
        this.address = address;
        this.pages = pages;
        this.toStop = List.of(toStop);
    }

    /**
     * A server that runs already.
     *
     * @throws StartRefused.NotYet none answers there
     */
    public static TemporalServer at(String address) {
        // With a key it is Temporal Cloud, which answers over TLS only; the apps look for themselves.
        if (System.getenv("TEMPORAL_API_KEY") == null && !ServerProcess.answers(address, ANSWERS_WITHIN)) {
            throw new StartRefused.NotYet(Reason.TEMPORAL_SERVER_AWAY.of(address));
        }
        return new TemporalServer(address, "(your server at " + address + ")");
    }

    /** The program {@code temporal-server}: in {@code .tools} of the project, or on the PATH. */
    public static Optional<Path> program() {
        return program("temporal-server");
    }

    private static Optional<Path> program(String name) {
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(Path::of);
        return Stream.concat(Stream.of(Project.root().resolve(".tools")), path)
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The real server with its state in memory, as a process of its own, without pages.
     *
     * @param program see {@link #program()}
     * @param port of its frontend; 0 picks a free one. The same again is for a server that has lost its memory
     * @param folder gets its configuration and its log, {@code temporal.log}
     * @throws IllegalStateException it did not start; the text says why and what to do
     */
    public static TemporalServer development(Path program, int port, Path folder) {
        Started started = startInMemory(program, port, folder, TemporalNamespace::make);
        return new TemporalServer(started.address(), "(no pages)", started.server());
    }

    /** The same with a bare namespace: what comes back where all data were lost. It knows none of our search attributes. */
    public static TemporalServer emptied(Path program, int port, Path folder) {
        Started started = startInMemory(program, port, folder, TemporalNamespace::makeBare);
        return new TemporalServer(started.address(), "(no pages)", started.server());
    }

    private record Started(String address, ServerProcess server) {}

    /** Somebody else may take a free port before the server does: then with other ports, where those are ours to choose. */
    private static Started startInMemory(Path program, int port, Path folder, Consumer<String> prepare) {
        for (int tries = 1; ; tries++) {
            TemporalConfiguration configuration = inMemory(port);
            try {
                return new Started(configuration.address(), start(program, configuration, folder, prepare));
            } catch (IllegalStateException e) {
                if (tries == TRIES || !ServerProcess.portWasTaken(folder.resolve(LOG))) {
                    throw e;
                }
            }
        }
    }

    /**
     * The same with its pages, where their program is at hand as well.
     *
     * @param uiPort port of its pages; 0 picks a free one
     */
    public static TemporalServer developmentWithPages(Path program, int uiPort, Path folder) {
        Optional<Path> ui = program("temporal-ui-server");
        if (ui.isEmpty()) {
            return development(program, 0, folder);
        }
        Started started = startInMemory(program, 0, folder, TemporalNamespace::make);
        try {
            ServerProcess pages = pages(ui.get(), uiPort, started.address(), folder);
            return new TemporalServer(started.address(), "http://127.0.0.1:" + pages.port(), pages, started.server());
        } catch (RuntimeException e) {
            started.server().close();
            throw e;
        }
    }

    /**
     * The real server without pages, with its state in a file: started again in the same folder, it goes on where it was.
     *
     * @param port of its frontend
     */
    public static TemporalServer onFile(Path program, int port, Path folder) {
        TemporalConfiguration configuration =
                configuration(new TemporalConfiguration.Store.File(folder.resolve(STATE)), port);
        return new TemporalServer(configuration.address(), "(no pages)", start(program, configuration, folder));
    }

    /** Removes the state of a server of {@link #onFile} that has ended. */
    public static void forget(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(STATE))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static TemporalConfiguration inMemory(int port) {
        return configuration(new TemporalConfiguration.Store.Memory(), port);
    }

    private static TemporalConfiguration configuration(TemporalConfiguration.Store store, int port) {
        List<Integer> others = IntStream.range(0, TemporalConfiguration.PORTS)
                .mapToObj(_ -> FreePort.pick())
                .toList();
        return new TemporalConfiguration(store, port == 0 ? FreePort.pick() : port, others);
    }

    private static ServerProcess start(Path program, TemporalConfiguration configuration, Path folder) {
        return start(program, configuration, folder, TemporalNamespace::make);
    }

    /** @param prepare makes the namespace, given the address */
    private static ServerProcess start(
            Path program, TemporalConfiguration configuration, Path folder, Consumer<String> prepare) {
        try {
            configuration.write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the Temporal server's configuration could not be written to " + folder, e);
        }
        List<String> command = List.of(
                program.toString(), "--root", folder.toString(), "--config", "config", "--env", "brygga", "start");
        ServerProcess server =
                ServerProcess.start("the Temporal server", command, configuration.frontendPort(), folder.resolve(LOG));
        try {
            prepare.accept(configuration.address());
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static ServerProcess pages(Path program, int wantedPort, String server, Path folder) {
        int port = wantedPort == 0 ? FreePort.pick() : wantedPort;
        try {
            Files.writeString(
                    Files.createDirectories(folder.resolve("config-ui")).resolve("brygga.yaml"),
                    """
                    temporalGrpcAddress: %s
                    host: 127.0.0.1
                    port: %d
                    enableUi: true
                    disableNewsFetch: true
                    cors: { cookieInsecure: true }
                    """.formatted(server, port));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the configuration of Temporal's pages could not be written to " + folder, e);
        }
        List<String> command = List.of(
                program.toString(), "--root", folder.toString(), "--config", "config-ui", "--env", "brygga", "start");
        return ServerProcess.start("Temporal's pages", command, port, folder.resolve("temporal-ui.log"));
    }

    /**
     * The real server on a PostgreSQL of ours, for benchmarks.
     *
     * @param folder gets its configuration and its log
     * @throws IllegalStateException its programs are missing, or it did not start; the text says what to do
     */
    public static TemporalServer onPostgres(Database database, Path folder) {
        Path program = program()
                .orElseThrow(() -> new IllegalStateException(
                        "needs Temporal's server: run tools/temporal/build --sql-tool first"));
        TemporalConfiguration configuration = configuration(TemporalTables.make(database, folder), 0);
        return new TemporalServer(configuration.address(), "(no pages)", start(program, configuration, folder));
    }

    /** The SDK's in-memory server: no pages, no lists, nothing kept. */
    public static TemporalServer inMemory() {
        int port = FreePort.pick();
        // With its clock locked to the real one: else it skips all waiting, and loops that poll would poll without a
        // pause.
        TestServer.PortBoundTestServer server = TestServer.createPortBoundServer(port, true);
        return new TemporalServer("127.0.0.1:" + port, "(the in-memory server has no pages)", server);
    }

    /** Host and port of the frontend. */
    public String address() {
        return address;
    }

    /** Address of the server's pages, or in brackets why there are none of ours. */
    public String pages() {
        return pages;
    }

    @Override
    public void close() {
        for (AutoCloseable part : toStop) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("the Temporal server did not stop", e);
            }
        }
    }
}
