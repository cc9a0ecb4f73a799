package se.brygga.testbed.kit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The configuration file of Temporal's server: all four services in one process, on loopback.
 *
 * @param store where the server keeps its state
 * @param frontendPort where clients reach it
 * @param ports free ones for the rest: the frontend's HTTP, three services, and four members of the cluster
 */
record TemporalConfiguration(Store store, int frontendPort, List<Integer> ports) {

    /** How many free ports it needs beside the frontend's. */
    static final int PORTS = 8;

    /** Where the server keeps its state. */
    sealed interface Store {

        /** Gone when the server ends. */
        record Memory() implements Store {}

        /** There again when the server starts again. */
        record File(Path path) implements Store {}

        /** @param server host and port; its two databases exist */
        record Postgres(URI server) implements Store {}
    }

    TemporalConfiguration {
        if (ports.size() != PORTS) {
            throw new IllegalArgumentException("needs " + PORTS + " ports, not " + ports.size());
        }
        ports = List.copyOf(ports);
    }

    /** Host and port of the frontend. */
    String address() {
        return "127.0.0.1:" + frontendPort;
    }

    /**
     * Writes the file and its dynamic configuration.
     *
     * @param folder gets {@code config/brygga.yaml} and {@code config/dynamic-config.yaml}
     */
    void write(Path folder) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Path dynamic = config.resolve("dynamic-config.yaml");
        // Fairness as in tools/temporal/dynamic-config.yaml, which an installation uses. Search attributes count as
        // soon as they are
        // registered: an installation's server takes a minute for that.
        Files.writeString(dynamic, """
                matching.enableFairness:
                  - value: true
                system.forceSearchAttributesCacheRefreshOnRead:
                  - value: true
                """);
        Files.writeString(config.resolve("brygga.yaml"), yaml(dynamic));
    }

    private String yaml(Path dynamic) {
        return """
                log: { stdout: true, level: error }
                persistence:
                  defaultStore: default
                  visibilityStore: visibility
                  numHistoryShards: %1$d
                  datastores:
                    default: %2$s
                    visibility: %3$s
                dynamicConfigClient: { filepath: "%4$s", pollInterval: 60s }
                global: { membership: { maxJoinDuration: 30s, broadcastAddress: "127.0.0.1" } }
                services:
                  frontend: { rpc: { grpcPort: %5$d, httpPort: %6$d, membershipPort: %7$d, bindOnLocalHost: true } }
                  matching: { rpc: { grpcPort: %8$d, membershipPort: %9$d, bindOnLocalHost: true } }
                  history: { rpc: { grpcPort: %10$d, membershipPort: %11$d, bindOnLocalHost: true } }
                  worker: { rpc: { grpcPort: %12$d, membershipPort: %13$d, bindOnLocalHost: true } }
                clusterMetadata:
                  enableGlobalNamespace: false
                  failoverVersionIncrement: 10
                  masterClusterName: active
                  currentClusterName: active
                  clusterInformation:
                    active: { enabled: true, initialFailoverVersion: 1, rpcName: frontend, rpcAddress: "127.0.0.1:%5$d" }
                """.formatted(
                        shards(),
                        store("temporal", 40),
                        store("temporal_visibility", 10),
                        dynamic,
                        frontendPort,
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3),
                        ports.get(4),
                        ports.get(5),
                        ports.get(6),
                        ports.get(7));
    }

    /** SQLite takes one writer at a time, so more than one shard would only wait. */
    private int shards() {
        return switch (store) {
            case Store.Memory(), Store.File(Path _) -> 1;
            case Store.Postgres(URI _) -> 4;
        };
    }

    private String store(String database, int connections) {
        return switch (store) {
            case Store.Memory() -> sqlite(database, "mode: memory");
            case Store.File(Path path) ->
                sqlite(path + "-" + database, "setup: true, journal_mode: wal, synchronous: 2");
            case Store.Postgres(URI server) -> """
                    { sql: { pluginName: postgres12, databaseName: %1$s, connectAddr: "%2$s:%3$d", connectProtocol: tcp, \
                    user: postgres, password: "", maxConns: %4$d, maxIdleConns: %4$d } }""".formatted(database, server.getHost(), server.getPort(), connections);
        };
    }

    private static String sqlite(String database, String attributes) {
        return """
                { sql: { pluginName: sqlite, databaseName: "%s", connectAddr: localhost, connectProtocol: tcp, \
                connectAttributes: { cache: private, %s }, maxConns: 1, maxIdleConns: 1 } }""".formatted(database, attributes);
    }
}
