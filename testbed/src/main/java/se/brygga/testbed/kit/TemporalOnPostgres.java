package se.brygga.testbed.kit;

import com.google.protobuf.util.Durations;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The real Temporal server on PostgreSQL, from {@code tools/temporal/build --server}: makes its two databases on a given
 * PostgreSQL and runs all four services in one process.
 */
final class TemporalOnPostgres {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final int SERVICES = 4;

    private final Path tools;
    private final URI postgres;
    private final Path folder;

    /** @param folder gets the server's configuration and log */
    TemporalOnPostgres(Database database, Path folder) {
        this.tools = Project.root().resolve(".tools");
        this.postgres = URI.create(database.url().substring("jdbc:".length()));
        this.folder = folder;
    }

    /**
     * Makes the databases and starts the server.
     *
     * @param address host and port for the frontend
     * @throws IllegalStateException the programs are missing, or one of them failed; the text says what to do
     */
    Process start(String address, List<Integer> ports) throws IOException, InterruptedException {
        if (!Files.isExecutable(tools.resolve("temporal-server"))) {
            throw new IllegalStateException("needs Temporal's server: run tools/temporal/build --server first");
        }
        schema("temporal");
        schema("temporal_visibility");
        Path config = Files.createDirectories(folder.resolve("config")).resolve("bench.yaml");
        Files.writeString(config, configuration(address, ports));
        Process server = new ProcessBuilder(
                        tools.resolve("temporal-server").toString(),
                        "--root",
                        folder.toString(),
                        "--config",
                        "config",
                        "--env",
                        "bench",
                        "start")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("temporal-server.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        namespace(address);
        return server;
    }

    private void schema(String name) throws IOException, InterruptedException {
        String embedded = name.equals("temporal") ? "temporal" : "visibility";
        tool(name, "create-database");
        tool(name, "setup-schema", "-v", "0.0");
        tool(name, "update-schema", "--schema-name", "postgresql/v12/" + embedded);
    }

    private void tool(String database, String... command) throws IOException, InterruptedException {
        List<String> line = new java.util.ArrayList<>(List.of(
                tools.resolve("temporal-sql-tool").toString(),
                "--plugin",
                "postgres12",
                "--endpoint",
                postgres.getHost(),
                "--port",
                Integer.toString(postgres.getPort()),
                "--user",
                "postgres",
                "--database",
                database));
        line.addAll(List.of(command));
        Path log = folder.resolve("temporal-sql-tool.log");
        Process tool = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (tool.waitFor() != 0) {
            throw new IllegalStateException("Temporal's tables could not be made; see " + log);
        }
    }

    /** Waits for the server as well. */
    private static void namespace(String address) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        try {
            stubs.connect(STARTS_WITHIN);
            stubs.blockingStub()
                    .registerNamespace(RegisterNamespaceRequest.newBuilder()
                            .setNamespace("default")
                            .setWorkflowExecutionRetentionPeriod(Durations.fromDays(1))
                            .build());
        } finally {
            stubs.shutdownNow();
        }
    }

    /** @param ports two for each service, the frontend's own among them at the first place */
    private String configuration(String address, List<Integer> ports) {
        if (ports.size() != 2 * SERVICES) {
            throw new IllegalArgumentException("needs " + 2 * SERVICES + " ports");
        }
        return """
                log: { stdout: true, level: warn }
                persistence:
                  defaultStore: default
                  visibilityStore: visibility
                  numHistoryShards: 4
                  datastores:
                    default: { sql: %1$s, databaseName: temporal, maxConns: 40, maxIdleConns: 40 } }
                    visibility: { sql: %1$s, databaseName: temporal_visibility, maxConns: 10, maxIdleConns: 10 } }
                dynamicConfigClient: { filepath: "%11$s", pollInterval: 60s }
                global: { membership: { maxJoinDuration: 30s, broadcastAddress: "127.0.0.1" } }
                services:
                  frontend: { rpc: { grpcPort: %2$d, membershipPort: %3$d, bindOnLocalHost: true } }
                  matching: { rpc: { grpcPort: %4$d, membershipPort: %5$d, bindOnLocalHost: true } }
                  history: { rpc: { grpcPort: %6$d, membershipPort: %7$d, bindOnLocalHost: true } }
                  worker: { rpc: { grpcPort: %8$d, membershipPort: %9$d, bindOnLocalHost: true } }
                clusterMetadata:
                  enableGlobalNamespace: false
                  failoverVersionIncrement: 10
                  masterClusterName: active
                  currentClusterName: active
                  clusterInformation:
                    active: { enabled: true, initialFailoverVersion: 1, rpcName: frontend, rpcAddress: "%10$s" }
                """.formatted(
                        "{ pluginName: postgres12, connectAddr: \"%s:%d\", connectProtocol: tcp, user: postgres, password: \"\""
                                .formatted(postgres.getHost(), postgres.getPort()),
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3),
                        ports.get(4),
                        ports.get(5),
                        ports.get(6),
                        ports.get(7),
                        address,
                        Project.root().resolve("tools/temporal/dynamic-config.yaml"));
    }
}
