package se.brygga.testbed.kit;

import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.SearchKeys;

/** A Temporal server: the real development server where its program is at hand, else the SDK's in-memory one. */
public final class TemporalServer implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final String address;
    private final String pages;
    private final AutoCloseable stop;

    private TemporalServer(String address, String pages, AutoCloseable stop) {
        this.address = address;
        this.pages = pages;
        this.stop = stop;
    }

    /**
     * A server that runs already.
     *
     * @throws IllegalStateException none answers there
     */
    public static TemporalServer at(String address) {
        // With a key it is Temporal Cloud, which answers over TLS only; the apps look for themselves.
        if (System.getenv("TEMPORAL_API_KEY") == null && !ServerProcess.answers(address, ANSWERS_WITHIN)) {
            throw new IllegalStateException(
                    "no Temporal server answers at " + address + ": start it, or mend or unset" + " TEMPORAL_ADDRESS");
        }
        return new TemporalServer(address, "(your server at " + address + ")", () -> {});
    }

    /** The {@code temporal} program: in {@code .tools} of the project, or on the PATH. */
    public static Optional<Path> program() {
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(Path::of);
        return Stream.concat(Stream.of(Project.root().resolve(".tools")), path)
                .map(folder -> folder.resolve("temporal"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The real development server, as a process of its own.
     *
     * @param uiPort port of its pages; 0 picks a free one
     * @param file where it keeps its state; null keeps it in memory
     * @param log gets the server's output
     * @throws IllegalStateException it did not start; the text says why and what to do
     */
    public static TemporalServer development(Path program, int uiPort, @Nullable Path file, Path log) {
        int port = freePort();
        int pages = uiPort == 0 ? freePort() : uiPort;
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "server",
                "start-dev",
                "--ip",
                "127.0.0.1",
                "--ui-ip",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--ui-port",
                Integer.toString(pages),
                "--http-port",
                Integer.toString(freePort()),
                "--metrics-port",
                Integer.toString(freePort()),
                "--log-level",
                "error"));
        // As in tools/temporal/dynamic-config.yaml: without them priority and fairness keys do nothing.
        command.addAll(List.of("--dynamic-config-value", "matching.useNewMatcher=true"));
        command.addAll(List.of("--dynamic-config-value", "matching.enableFairness=true"));
        SearchKeys.ALL.forEach(key -> command.addAll(List.of("--search-attribute", key.getName() + "=Keyword")));
        if (file != null) {
            command.addAll(List.of("--db-filename", file.toString()));
        }
        ServerProcess server = ServerProcess.start(command, port, log);
        return new TemporalServer("127.0.0.1:" + port, "http://127.0.0.1:" + pages, server);
    }

    /**
     * The real server on a PostgreSQL of ours, for benchmarks.
     *
     * @param folder gets its configuration and log
     * @throws IllegalStateException its programs are missing, or it did not start; the text says what to do
     */
    public static TemporalServer onPostgres(Database database, Path folder) {
        List<Integer> ports = lowFreePorts();
        String address = "127.0.0.1:" + ports.getFirst();
        try {
            Process process = new TemporalOnPostgres(database, folder).start(address, ports);
            return new TemporalServer(address, "(no pages)", () -> ServerProcess.stop(process));
        } catch (IOException e) {
            throw new UncheckedIOException("the Temporal server did not start; see " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the Temporal server started", e);
        }
    }

    /** The SDK's in-memory server: no pages, no lists, nothing kept. */
    public static TemporalServer inMemory() {
        int port = freePort();
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

    /** The server keeps its members' ports in a PostgreSQL smallint, so they must be below 32768. */
    private static List<Integer> lowFreePorts() {
        List<Integer> free = new ArrayList<>();
        for (int port = 20_000; free.size() < 8; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                free.add(socket.getLocalPort());
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        return free;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }

    @Override
    public void close() {
        try {
            stop.close();
        } catch (Exception e) {
            throw new IllegalStateException("the Temporal server did not stop", e);
        }
    }
}
