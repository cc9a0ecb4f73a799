package se.brygga.testbed.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    private Path folder;

    @Test
    void refusesASecondDemoAndNamesTheFirst() throws Exception {
        try (WorkFolder first = WorkFolder.take(folder)) {
            first.tell(Map.of("TEMPORAL_ADDRESS", "first"));

            assertThatIllegalStateException()
                    .isThrownBy(() -> WorkFolder.take(folder))
                    .withMessageContaining("a demo runs here already")
                    .withMessageContaining("process " + ProcessHandle.current().pid());

            assertThat(first.file("demo.env")).content().contains("first");
        }
    }

    @Test
    void givesTheFolderBackAndTakesItsEnvironmentAway() throws Exception {
        try (WorkFolder first = WorkFolder.take(folder)) {
            first.tell(Map.of("TEMPORAL_ADDRESS", "first"));
        }
        assertThat(folder.resolve("demo.env")).doesNotExist();
        WorkFolder.take(folder).close();
    }

    @Test
    void theEnvironmentIsForItsOwnerOnlyAndReadByAShellAsItWas() throws Exception {
        Map<String, @Nullable String> environment = new HashMap<>();
        environment.put("BRYGGA_DB_PASSWORD", "it's $HOME");
        environment.put("BRYGGA_KEY_DEMO", null);
        try (WorkFolder work = WorkFolder.take(folder)) {
            work.tell(environment);

            Path file = work.file("demo.env");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            Process shell = new ProcessBuilder(
                            "sh", "-c", ". " + file + "; printf %s \"$BRYGGA_DB_PASSWORD,${BRYGGA_KEY_DEMO-unset}\"")
                    .start();
            assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("it's $HOME,unset");
        }
    }
}
