package se.brygga.testbed.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL: an embedded one that ends with this process, or the one that {@code BRYGGA_DB_URL} names. */
public final class Database implements AutoCloseable {

    /** Where the library unpacks PostgreSQL's programs, once for all. */
    private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");

    private static final long PROGRAMS_MB = 100;
    private static final long DATA_MB = 150;

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
     * @throws IllegalStateException it did not start; the text says why and what to do
     */
    public static Database embedded(Path data) {
        try {
            DiskRoom.check(data, DATA_MB);
            if (!Files.exists(PROGRAMS)) {
                DiskRoom.check(PROGRAMS, PROGRAMS_MB);
            }
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    // Nothing in here outlives the process, so the disk need not be waited for.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new Database(postgres, postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            // The library throws all three: for its folders, for initdb, and while it unpacks its programs.
            stopOrphan(data);
            throw new IllegalStateException(notStarted(data, e), e);
        }
    }

    private static String notStarted(Path data, Throwable e) {
        Throwable cause = e instanceof ExceptionInInitializerError && e.getCause() != null ? e.getCause() : e;
        return "the embedded PostgreSQL did not start: " + cause.getMessage() + ". Its data lies in " + data + " ("
                + DiskRoom.free(data) + " MB free), its programs in " + PROGRAMS + " (" + DiskRoom.free(PROGRAMS)
                + " MB free). Make room, see that both can be written to, remove " + PROGRAMS
                + " if it may be half there; or set BRYGGA_DB_URL to a PostgreSQL of yours";
    }

    /** A start that fails late, as by Ctrl-C, has its server already, and nobody who stops it. */
    private static void stopOrphan(Path data) {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            lines.findFirst()
                    .map(String::trim)
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .ifPresent(ProcessHandle::destroy);
        } catch (IOException | NumberFormatException none) {
            // The server had not come that far.
        }
    }

    /**
     * A server that runs already.
     *
     * @throws IllegalStateException it does not let us in
     */
    public static Database at(String url, String user, String password) {
        try {
            DriverManager.getConnection(url, user, password).close();
            return new Database(null, url, user, password);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the database of BRYGGA_DB_URL does not let us in (" + e.getMessage()
                            + "): start it, or mend BRYGGA_DB_URL, BRYGGA_DB_USER and BRYGGA_DB_PASSWORD",
                    e);
        }
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
