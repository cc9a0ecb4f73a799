package se.brygga.testbed.crash.lost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.crash.Matrix;
import se.brygga.testbed.crash.Scene;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;

/**
 * Temporal's data is thrown away while orders, callbacks and stock are in every kind of situation; the database is kept. Each
 * goes on with an empty Temporal, once, and what waits for a person still can be answered.
 */
@ExtendWith(SimulatorsAtWork.class)
class LostEngineIT {

    private static final Map<String, String> MORE = Map.of(
            "logging.level.root", "WARN",
            "brygga.worker.write-shown-within", "1s",
            "brygga.worker.write-under-way-for", "2s");

    /** The shop drops the calls of some situations, which is an outage; those of the others take turns with them. */
    private static final Duration TURNS = Duration.ofMinutes(5);

    @Test
    void everythingGoesOnWithAnEmptyTemporalWithoutDoubles(StarwebSimulator starweb, SpecterSimulator specter)
            throws IOException {
        Path folder = Files.createTempDirectory("brygga-lost");
        Matrix matrix = new Matrix();
        try (Database database = Database.embedded(folder.resolve("postgres"))) {
            List<Situation> situations = Situations.all(starweb, specter);
            try (TemporalServer first = server(folder, "first.log");
                    Apps apps = Apps.start(database, first, 0, MORE)) {
                Merchants.setUp(apps, starweb, specter);
                situations.forEach(situation -> situation.begin(apps));
                awaitAllThere(situations, apps);
            }
            starweb.faults().clear();
            specter.faults().clear();
            try (TemporalServer second = server(folder, "second.log");
                    Apps apps = Apps.start(database, second, 0, MORE)) {
                for (Situation situation : situations) {
                    try {
                        Scene.until(situation.name() + " goes on", () -> situation.hasGoneOn(apps));
                        matrix.add("Temporal is lost", situation.name(), situation.outcome(apps));
                    } catch (AssertionError | RuntimeException wrong) {
                        matrix.addWrong("Temporal is lost", situation.name(), String.valueOf(wrong.getMessage()));
                    }
                }
                assertThat(specter.account(Situation.ACCOUNT).orders()).hasSize((int) Situations.inSpecter(situations));
            }
        }
        matrix.print("Temporal's data thrown away, the database kept:");
        assertThat(matrix.wrong()).isEmpty();
    }

    /** Asks every one each time, because asking pushes some of them on. */
    private static void awaitAllThere(List<Situation> situations, Apps apps) {
        Set<String> missing = new TreeSet<>();
        try {
            Scene.until("all are where the engine is lost", TURNS, () -> {
                missing.clear();
                situations.stream()
                        .filter(situation -> !situation.isThere(apps))
                        .forEach(situation -> missing.add(situation.name()));
                return missing.isEmpty();
            });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("did not come there: " + missing, late);
        }
    }

    private static TemporalServer server(Path folder, String log) {
        return TemporalServer.program()
                .map(program -> TemporalServer.development(program, 0, folder.resolve(log)))
                .orElseGet(TemporalServer::inMemory);
    }
}
