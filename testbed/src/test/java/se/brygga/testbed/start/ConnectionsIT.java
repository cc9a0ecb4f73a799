package se.brygga.testbed.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.brygga.starter.StarterApplication;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.Project;
import se.brygga.testbed.kit.TemporalServer;

/** Two workers, two starters and three commands at a time, in a database that lets sixty connections in and no more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsIT {

    private static final int LIMIT = 60;
    private static final int COMMANDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private static Path folder;

    private final List<Connection> taken = new ArrayList<>();
    private final AtomicInteger most = new AtomicInteger();
    private final ScheduledExecutorService counting = Executors.newSingleThreadScheduledExecutor();
    private Database server;
    private Database database;
    private TemporalServer temporal;
    private Apps one;
    private Apps other;

    @BeforeAll
    void start() {
        server = Database.embedded(folder.resolve("postgres"));
        JdbcClient admin = admin();
        // A limit does not hold for the server's own user.
        admin.sql("create role brygga login connection limit " + LIMIT).update();
        admin.sql("create database connections owner brygga").update();
        // Its URL names the server's own user.
        database = Database.at(server.url().replaceFirst("/postgres(\\?.*)?$", "/connections"), "brygga", "");
        temporal = TemporalServer.inMemory();
        one = Apps.start(database, temporal, 0, Map.of("logging.level.root", "OFF"));
        other = Apps.start(database, temporal, 0, Map.of("logging.level.root", "OFF"));
    }

    @AfterAll
    void stop() throws SQLException {
        counting.shutdownNow();
        for (Connection connection : taken) {
            connection.close();
        }
        Stream.of(other, one, temporal, server).forEach(ConnectionsIT::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void allThatTheDocumentsAllowAtATimeLiveWithinSixty() throws Exception {
        int worker = documented("worker");
        int starter = documented("starter");
        int command = documented("`starter token`, `starter key`");
        for (Apps apps : List.of(one, other)) {
            takeAll(apps.workerBean(DataSource.class), worker);
            takeAll(apps.bean(DataSource.class), starter);
        }
        int apps = 2 * worker + 2 * starter;
        assertThat(connections()).isEqualTo(apps);
        var _ = counting.scheduleWithFixedDelay(this::count, 0, 5, TimeUnit.MILLISECONDS);

        assertCommandsEndWell();

        assertThat(most.get()).isGreaterThan(apps).isLessThanOrEqualTo(apps + COMMANDS * command);
        assertThat(apps + COMMANDS * command).isLessThanOrEqualTo(LIMIT);
    }

    private void assertCommandsEndWell() throws InterruptedException {
        Map<String, String> properties = Apps.properties(database, temporal, 0, Map.of());
        List<Started> commands = List.of(
                Started.command(StarterApplication.class, properties, "token", "new", "anna"),
                Started.command(StarterApplication.class, properties, "token", "new", "bertil"),
                Started.command(StarterApplication.class, properties, "token", "new", "cecilia"));
        try {
            for (Started command : commands) {
                assertThat(command.exit()).as(command.err()).isZero();
            }
        } finally {
            commands.forEach(Started::close);
        }
    }

    /** All of a process, as in a burst; and no more, which its pool says by itself. */
    private void takeAll(DataSource source, int documented) throws SQLException {
        HikariDataSource pool = source.unwrap(HikariDataSource.class);
        assertThat(pool.getMaximumPoolSize()).isEqualTo(documented);
        Instant late = Instant.now().plus(PATIENCE);
        for (int i = 0; i < documented; i++) {
            taken.add(take(pool, late));
        }
    }

    /** What the app itself does meanwhile may take one for some milliseconds. */
    private static Connection take(HikariDataSource pool, Instant late) throws SQLException {
        while (true) {
            try {
                return pool.getConnection();
            } catch (SQLTransientConnectionException none) {
                if (Instant.now().isAfter(late)) {
                    throw none;
                }
            }
        }
    }

    private void count() {
        most.accumulateAndGet(connections(), Math::max);
    }

    private int connections() {
        return admin().sql("select count(*) from pg_stat_activity where usename = 'brygga'")
                .query(Integer.class)
                .single();
    }

    private JdbcClient admin() {
        return JdbcClient.create(new DriverManagerDataSource(server.url(), server.user(), server.password()));
    }

    private static int documented(String process) throws IOException {
        String running = Files.readString(Project.root().resolve("docs/running.md"));
        Matcher row = Pattern.compile("(?m)^\\| " + Pattern.quote(process) + " \\| (\\d+) \\| \\d+ \\|$")
                .matcher(running);
        assertThat(row.find()).as("docs/running.md says of a " + process).isTrue();
        return Integer.parseInt(row.group(1));
    }
}
