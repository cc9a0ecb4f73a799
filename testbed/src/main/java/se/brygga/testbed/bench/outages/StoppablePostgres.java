package se.brygga.testbed.bench.outages;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import se.brygga.testbed.kit.FreePort;

/** A PostgreSQL with its usual 100 connections that can be stopped and started again, with its data and its address. */
final class StoppablePostgres implements AutoCloseable {

    private final Path data;
    private final int port = FreePort.pick();
    private EmbeddedPostgres running;

    /** @param data removed first */
    StoppablePostgres(Path data) throws IOException {
        this.data = data;
        FileSystemUtils.deleteRecursively(data);
        running = start();
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                // Otherwise a stop would remove the data.
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "100")
                .start();
    }

    String url() {
        return running.getJdbcUrl("postgres", "postgres");
    }

    void stop() throws IOException {
        running.close();
    }

    void restart() throws IOException {
        running = start();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
