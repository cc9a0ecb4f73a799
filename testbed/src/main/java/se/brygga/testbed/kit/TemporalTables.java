package se.brygga.testbed.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the two databases of a Temporal server on a PostgreSQL, with the tool of {@code tools/temporal/build --sql-tool}. */
final class TemporalTables {

    private final Path tool;
    private final URI postgres;
    private final Path folder;

    private TemporalTables(Path tool, URI postgres, Path folder) {
        this.tool = tool;
        this.postgres = postgres;
        this.folder = folder;
    }

    /**
     * Makes the databases.
     *
     * @param folder gets the tool's log
     * @return where they are
     * @throws IllegalStateException the program is missing or failed; the text says what to do
     */
    static TemporalConfiguration.Store make(Database database, Path folder) {
        Path tool = Project.root().resolve(".tools/temporal-sql-tool");
        if (!Files.isExecutable(tool)) {
            throw new IllegalStateException(
                    "needs Temporal's tool for its tables: run tools/temporal/build --sql-tool first");
        }
        URI postgres = URI.create(database.url().substring("jdbc:".length()));
        try {
            new TemporalTables(tool, postgres, folder).make();
        } catch (IOException e) {
            throw new UncheckedIOException("Temporal's tables could not be made; see " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Temporal's tables were made", e);
        }
        return new TemporalConfiguration.Store.Postgres(postgres);
    }

    private void make() throws IOException, InterruptedException {
        make("temporal", "temporal");
        make("temporal_visibility", "visibility");
    }

    private void make(String database, String schema) throws IOException, InterruptedException {
        run(database, "create-database");
        run(database, "setup-schema", "-v", "0.0");
        run(database, "update-schema", "--schema-name", "postgresql/v12/" + schema);
    }

    private void run(String database, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                tool.toString(),
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
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Temporal's tables could not be made; see " + log);
        }
    }
}
