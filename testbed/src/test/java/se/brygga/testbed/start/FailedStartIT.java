package se.brygga.testbed.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.brygga.activities.crypto.Canary;
import se.brygga.activities.crypto.Keyset;
import se.brygga.activities.crypto.Vault;
import se.brygga.starter.StarterApplication;
import se.brygga.testbed.kit.Database;
import se.brygga.worker.WorkerApplication;

/**
 * Whatever is wrong at the start of an app or command ends its process with an exit code that a supervisor sees, and is told
 * in one line.
 */
class FailedStartIT {

    private static final String NOBODY = "127.0.0.1:1";

    @TempDir
    private static Path folder;

    @AutoClose
    private static Database database;

    @BeforeAll
    static void start() {
        database = Database.embedded(folder.resolve("postgres"));
    }

    @Test
    void aWorkerEndsWhenTheDatabaseIsAway() throws Exception {
        assertEnds(
                Started.app(
                        WorkerApplication.class,
                        with(Map.of("spring.datasource.url", "jdbc:postgresql://" + NOBODY + "/x"))),
                "the worker did not start: the database does not let us in",
                "BRYGGA_DB_URL");
    }

    @Test
    void aWorkerEndsWhenTemporalIsAway() throws Exception {
        assertEnds(
                Started.app(WorkerApplication.class, with(database("temporal_away"))),
                "the worker did not start: Temporal at " + NOBODY,
                "TEMPORAL_ADDRESS");
    }

    @Test
    void aStarterEndsWhenItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> properties = with(database("port_taken"));
            properties.put("server.port", Integer.toString(taken.getLocalPort()));
            assertEnds(
                    Started.app(StarterApplication.class, properties),
                    "the starter did not start: port " + taken.getLocalPort() + " is taken",
                    "SERVER_PORT");
        }
    }

    @Test
    void aStarterEndsWithoutAKeyAndWithAnother() throws Exception {
        Map<String, String> properties = with(database("keys"));
        migrated(properties).load().migrate();
        new Canary(JdbcClient.create(source(properties)))
                .makeIfMissing(Vault.of(Keyset.random().text()));

        Map<String, String> another = new LinkedHashMap<>(properties);
        Started wrong = Started.app(StarterApplication.class, another);
        properties.put("brygga.key.demo", "false");
        Started none = Started.app(StarterApplication.class, properties);

        assertEnds(wrong, "the encryption key does not fit this database", "BRYGGA_KEY");
        assertEnds(none, "no encryption key", "brygga key new");
    }

    @Test
    void aProgramThatIsOlderThanTheDatabaseRefusesToTouchIt() throws Exception {
        Map<String, String> properties = with(database("newer"));
        migrated(properties).load().migrate();
        JdbcClient.create(source(properties)).sql("""
                        insert into flyway_schema_history
                          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                        values (10000, '9999', 'from next year', 'SQL', 'V9999__x.sql', 1, 'x', 1, true)""").update();

        Started worker = Started.app(WorkerApplication.class, properties);
        Started command = Started.command(StarterApplication.class, properties, "token", "new", "anna");

        assertEnds(worker, "this program is older than the database", "9999");
        assertEnds(command, "this program is older than the database", "9999");
    }

    @Test
    void aCommandRefusesAnEmptyDatabaseAndOneOfAnOlderProgramAndChangesNeither() throws Exception {
        Map<String, String> empty = with(database("empty"));
        Map<String, String> older = with(database("older"));
        // As a program left it whose newest version comes before the first of this one.
        migrated(older).baselineVersion("0.9").load().baseline();

        Started onEmpty = Started.command(StarterApplication.class, empty, "token", "new", "anna");
        Started onOlder = Started.command(StarterApplication.class, older, "token", "new", "anna");

        assertEnds(onEmpty, "the database is empty", "BRYGGA_DB_URL");
        assertEnds(onOlder, "this program is newer than the database", "version 0.9");
        assertThat(tables(empty)).isZero();
        assertThat(migrated(older).load().info().current().getVersion().getVersion())
                .isEqualTo("0.9");
    }

    private static void assertEnds(Started process, String... saying) throws InterruptedException {
        try (process) {
            assertThat(process.exit()).as(process.err()).isEqualTo(1);
            assertThat(process.err().lines()).as(process.err()).hasSize(1);
            assertThat(process.err()).startsWith("brygga: ").contains(saying);
            assertThat(process.out()).doesNotContain("\tat ");
        }
    }

    private static Map<String, String> database(String name) {
        return Map.of("spring.datasource.url", database.another(name).url());
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put("brygga.temporal.target", NOBODY);
        properties.put("brygga.key.demo", "true");
        properties.put("server.port", "0");
        properties.putAll(more);
        return properties;
    }

    private static DriverManagerDataSource source(Map<String, String> properties) {
        return new DriverManagerDataSource(
                properties.getOrDefault("spring.datasource.url", ""), database.user(), database.password());
    }

    private static FluentConfiguration migrated(Map<String, String> properties) {
        return Flyway.configure().dataSource(source(properties));
    }

    private static int tables(Map<String, String> properties) {
        return JdbcClient.create(source(properties))
                .sql("select count(*) from pg_tables where schemaname = 'public'")
                .query(Integer.class)
                .single();
    }
}
