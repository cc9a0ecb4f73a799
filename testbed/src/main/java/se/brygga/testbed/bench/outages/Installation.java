package se.brygga.testbed.bench.outages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.brygga.activities.crypto.Keyset;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.AccessDesk.NewToken;
import se.brygga.starter.desk.access.Right;
import se.brygga.testbed.bench.AppChild;
import se.brygga.testbed.bench.Bench;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.FreePort;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;

/** Two workers and two starters as processes, PostgreSQL with its usual 100 connections, the real Temporal, and both simulators. */
final class Installation implements AutoCloseable {

    private static final int HEAP = 384;
    private static final Duration COMMAND = Duration.ofMinutes(3);

    final StarwebSimulator starweb;
    final SpecterSimulator specter;

    private final Path folder;
    private final StoppablePostgres postgres;
    private final int temporalPort = FreePort.pick();
    private final int hookPort = FreePort.pick();
    private final List<AppChild> workers = new ArrayList<>();
    private final List<AppChild> starters = new ArrayList<>();
    private TemporalServer temporal;
    private int logs;
    private final String token;

    Installation(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        postgres = new StoppablePostgres(folder.resolve("postgres"));
        temporal = startTemporal();
        starweb = StarwebSimulator.start(0, 1, Clock.systemUTC());
        specter = SpecterSimulator.start(0, 1, Clock.systemUTC());
        token = setUp();
        starters.add(start("starter", hookPort));
        starters.add(start("starter", FreePort.pick()));
        workers.add(start("worker", FreePort.pick()));
        workers.add(start("worker", FreePort.pick()));
    }

    /** Returns a token for commands. */
    private String setUp() {
        try (Apps apps = Apps.start(database(), temporal, hookPort, Map.of("logging.level.root", "ERROR"))) {
            Merchants.setUp(apps, starweb, specter);
            Merchants.registerTriggers(apps, specter);
            return apps.bean(AccessDesk.class)
                    .make(new NewToken.Wish("bench", Set.of(Right.values()), Set.of()), new Operator("bench", null))
                    .secret();
        }
    }

    private Database database() {
        return Database.at(postgres.url(), "postgres", "");
    }

    private Map<String, String> properties(int port) {
        return Apps.properties(database(), temporal, port, Map.of("logging.level.root", "WARN"));
    }

    private AppChild start(String module, int port) throws IOException, InterruptedException {
        Map<String, String> properties = properties(port);
        return new AppChild(
                module, module.equals("starter") ? Apps.withManagementPort(properties) : properties, HEAP, log(module));
    }

    private Path log(String module) {
        return folder.resolve(module + "-" + ++logs + ".log");
    }

    private TemporalServer startTemporal() {
        return TemporalServer.onFile(Bench.temporalProgram(), temporalPort, folder.resolve("temporal"));
    }

    /** Asks the first worker to end, and starts another in its place. */
    void replaceWorker() throws IOException, InterruptedException {
        workers.removeFirst().close();
        workers.add(start("worker", FreePort.pick()));
    }

    void killWorker() throws IOException, InterruptedException {
        workers.removeFirst().kill();
        workers.add(start("worker", FreePort.pick()));
    }

    /** The one that takes the web hooks: until another has its port, the shops reach nobody. */
    void killStarter() throws IOException, InterruptedException {
        starters.removeFirst().kill();
        starters.addFirst(start("starter", hookPort));
    }

    void stopPostgres(Duration pause) throws IOException, InterruptedException {
        postgres.stop();
        Thread.sleep(pause);
        postgres.restart();
    }

    void stopTemporal(Duration pause) throws InterruptedException {
        temporal.close();
        Thread.sleep(pause);
        temporal = startTemporal();
    }

    /** An empty Temporal comes up at the same address, under the workers that run. */
    void loseTemporal() throws IOException {
        temporal.close();
        TemporalServer.forget(folder.resolve("temporal"));
        temporal = startTemporal();
    }

    /**
     * A worker with another key than the database's.
     *
     * @return its exit code
     * @throws IllegalStateException it runs
     */
    int startWorkerWithAnotherKey() throws IOException, InterruptedException {
        Path key = folder.resolve("another-" + ++logs + ".key");
        Files.writeString(key, Keyset.random().text());
        Map<String, String> properties = properties(FreePort.pick());
        properties.remove("brygga.key.demo");
        properties.put("brygga.key.file", key.toString());
        return await(AppChild.start("worker", properties, HEAP, log("worker-wrong-key")));
    }

    void startAFifthProcess() throws IOException, InterruptedException {
        workers.add(start("worker", FreePort.pick()));
    }

    /** Connections that the apps have to PostgreSQL. */
    int connections() {
        return JdbcClient.create(new DriverManagerDataSource(postgres.url(), "postgres", ""))
                .sql(
                        "select count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()")
                .query(Integer.class)
                .single();
    }

    /**
     * Runs a command of an operator.
     *
     * @return what it printed
     * @throws IllegalStateException the command could not be asked
     */
    String command(String... arguments) throws IOException, InterruptedException {
        Path log = log("command");
        // The second starter is never killed.
        int exit = await(AppChild.command(List.of(arguments), starters.getLast().address(), token, log));
        // With 1 it has printed all that it could learn.
        if (exit > 1) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + exit + "; see " + log);
        }
        return Files.readString(log);
    }

    private static int await(Process process) throws InterruptedException {
        if (!process.waitFor(COMMAND.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a process did not end within " + COMMAND.toMinutes() + " minutes");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        workers.forEach(AppChild::close);
        starters.forEach(AppChild::close);
        temporal.close();
        starweb.close();
        specter.close();
        postgres.close();
    }
}
