package se.brygga.testbed.crash;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;

/**
 * The simulators with many small merchants, a database, the real Temporal server, and both apps in this process; its worker is
 * stopped while doomed ones run.
 */
public final class Scene implements AutoCloseable {

    private static final Map<String, String> MORE = Map.of(
            "logging.level.root", "WARN",
            "brygga.worker.write-shown-within", "1s",
            "brygga.worker.write-under-way-for", "2s");

    /** A doomed worker has many orders that stand still, each in a thread of its own, and most of them in a transaction. */
    private static final Map<String, String> ROOMY = Map.of(
            "brygga.worker.calls-per-system", "400",
            "brygga.worker.bookings-at-a-time", "200",
            "brygga.worker.pushes-at-a-time", "100",
            "brygga.worker.workflows-in-memory", "1000",
            "spring.datasource.hikari.maximum-pool-size", "140");

    final StarwebSimulator starweb;
    final SpecterSimulator specter;
    final Database database;
    final TemporalServer temporal;
    final Apps apps;
    final List<Merchant> merchants;
    private final HikariDataSource connections;

    /** With a running worker in this process. */
    Scene(List<Merchant> merchants) {
        this.merchants = merchants;
        try {
            Path folder = Files.createTempDirectory("brygga-crash");
            starweb = SimulatorsAtWork.starweb(5, Clock.systemUTC());
            specter = SimulatorsAtWork.specter(5, Clock.systemUTC());
            database = Database.embedded(folder.resolve("postgres"));
            temporal = TemporalServer.development(TemporalServer.program().orElseThrow(), 0, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections = connections(database);
        apps = Apps.start(database, temporal, 0, MORE);
        for (Merchant merchant : merchants) {
            starweb.open(merchant.name());
            specter.open(merchant.account());
            specter.account(merchant.account()).quirks().set("order.duplicate", "ERROR_WITH_NO");
        }
        String file = merchants.stream()
                .map(merchant -> merchant.setUp(
                        starweb.apiBase(merchant.name()), specter.uri().toString()))
                .collect(Collectors.joining("---\n"));
        // Not the orders that the simulated shops have from before.
        Merchants.setUp(apps, file, Map.of(), Instant.now().minus(Duration.ofHours(1)));
        until(
                "every shop's orders have been looked through",
                () -> sql().sql("select count(*) from intake_mark where swept_at > 'epoch'")
                                .query(Integer.class)
                                .single()
                        == merchants.size());
    }

    /** @param port of a starter; 0 for a worker */
    Map<String, String> doomedProperties(int port) {
        Map<String, String> more = new LinkedHashMap<>(MORE);
        more.putAll(ROOMY);
        Map<String, String> properties = Apps.properties(database, temporal, port, more);
        return port == 0 ? properties : Apps.withManagementPort(properties);
    }

    JdbcClient sql() {
        return JdbcClient.create(connections);
    }

    /** Asked for every victim twice a second: each look must not cost a connection of its own. */
    private static HikariDataSource connections(Database database) {
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(database.url());
        connections.setUsername(database.user());
        connections.setPassword(database.password());
        connections.setMaximumPoolSize(2);
        return connections;
    }

    /** Waits, at most three minutes. */
    public static void until(String what, Callable<Boolean> condition) {
        until(what, Duration.ofMinutes(3), condition);
    }

    public static void until(String what, Duration atMost, Callable<Boolean> condition) {
        await(what)
                .atMost(atMost)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .until(condition);
    }

    @Override
    public void close() {
        apps.close();
        connections.close();
        temporal.close();
        database.close();
        specter.close();
        starweb.close();
    }
}
