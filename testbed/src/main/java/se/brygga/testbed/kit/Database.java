package se.brygga.testbed.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL: an embedded one that ends with this process, or the one that {@code BRYGGA_DB_URL} names. */
public final class Database implements AutoCloseable {

    private final @Nullable EmbeddedPostgres embedded;
    private final String url;
    private final String user;
    private final String password;

    private Database(@Nullable EmbeddedPostgres embedded, String url, String user, String password) {
        this.embedded = embedded;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * An embedded server with an empty database on a free port.
     *
     * @param data where its files lie; removed at the end
     */
    public static Database embedded(Path data) {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    // Nothing in here outlives the process, so the disk need not be waited for.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new Database(postgres, postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the embedded PostgreSQL did not start (is there free disk space at " + data
                            + "?); or set BRYGGA_DB_URL to a PostgreSQL of yours",
                    e);
        }
    }

    /** A server that runs already. */
    public static Database at(String url, String user, String password) {
        return new Database(null, url, user, password);
    }

    /**
     * Another empty database on the same server, for a case of its own.
     *
     * @param name lower-case letters, digits and underscores
     */
    public Database another(String name) {
        JdbcClient.create(new DriverManagerDataSource(url, user, password))
                .sql("create database " + name)
                .update();
        return new Database(null, url.replaceFirst("/postgres(?=\\?|$)", "/" + name), user, password);
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** JDBC URL. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        if (embedded != null) {
            try {
                embedded.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the embedded PostgreSQL did not stop", e);
            }
        }
    }
}
