package se.brygga.workflows.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.stage.Stage;

/**
 * Replays every recorded history. Those of a release are never edited and never recorded again: each release adds its own folder,
 * and a situation that is new before a release its file, with {@code mvn test -pl workflows -Dtest=GoldenHistoriesTest -Dbrygga.record-histories=VERSION}.
 */
class GoldenHistoriesTest {

    private static final Path FOLDER = Path.of("src/test/resources/histories");

    static List<Path> histories() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void replays(Path history) throws Exception {
        try (TestWorkflowEnvironment engine = TestWorkflowEnvironment.newInstance()) {
            Worker worker = engine.newWorker(TaskQueues.PROCESS, Stage.REPLAY_EACH_STEP);
            worker.registerWorkflowImplementationTypes(Stage.workflows());
            WorkflowReplayer.replayWorkflowExecutions(
                    List.of(WorkflowExecutionHistory.fromJson(Files.readString(history))), true, worker);
        }
    }

    @Test
    void eachSituationHasAHistory() throws IOException {
        List<String> names = histories().stream()
                .map(file -> file.getFileName().toString().replace(".json", ""))
                .toList();
        assertThat(names).containsAll(Situations.ALL.keySet());
    }

    @Test
    void recordsTheHistoriesOfARelease() throws IOException {
        String version = System.getProperty("brygga.record-histories", "");
        assumeTrue(!version.isEmpty(), "only when a release records its histories");
        Path folder = Files.createDirectories(FOLDER.resolve(version));
        for (var situation : Situations.ALL.entrySet()) {
            Path file = folder.resolve(situation.getKey() + ".json");
            if (Files.exists(file)) {
                continue;
            }
            try (Stage stage = new Stage()) {
                WorkflowExecution played = situation.getValue().apply(stage).getExecution();
                Files.writeString(file, stage.historyOf(played).toJson(true));
            }
        }
    }
}
