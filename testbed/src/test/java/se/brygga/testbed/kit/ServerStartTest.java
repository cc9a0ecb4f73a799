package se.brygga.testbed.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerStartTest {

    @TempDir
    private Path folder;

    @Test
    void saysTheLastWordsOfATemporalServerThatEndsAtOnce() throws Exception {
        Path program = program("echo starting\necho bind: address already in use\nexit 3");

        assertThatIllegalStateException()
                .isThrownBy(() -> TemporalServer.development(program, 0, folder))
                .withMessageContaining("exit code 3: bind: address already in use")
                .withMessageContaining("temporal.log")
                .withMessageContaining("TEMPORAL_ADDRESS");
    }

    @Test
    void triesOtherPortsWhenOneWasTakenMeanwhile() throws Exception {
        Path tries = folder.resolve("tries");
        Path program = program("echo try >> " + tries + "\necho bind: address already in use\nexit 1");

        assertThatIllegalStateException().isThrownBy(() -> TemporalServer.development(program, 0, folder));

        assertThat(tries).content().hasLineCount(3);
    }

    @Test
    void saysThatTheTemporalProgramCannotBeRun() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TemporalServer.development(folder.resolve("none"), 0, folder))
                .withMessageContaining("none")
                .withMessageContaining("tools/temporal/build");
    }

    @Test
    void saysWhatADatabaseThatCannotBeMadeNeeds() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatIllegalStateException()
                .isThrownBy(() -> Database.embedded(file.resolve("postgres")))
                .withMessageContaining("MB free")
                .withMessageContaining(file.toString())
                .withMessageContaining("BRYGGA_DB_URL");
    }

    @Test
    void refusesADiskThatIsTooFullBeforehand() {
        Path notThereYet = folder.resolve("deep/down");
        assertThatIllegalStateException()
                .isThrownBy(() -> DiskRoom.check(notThereYet, Long.MAX_VALUE))
                .withMessageContaining(notThereYet.toString())
                .withMessageContaining("MB are free");
        assertThatNoException().isThrownBy(() -> DiskRoom.check(notThereYet, DiskRoom.free(notThereYet) / 2));
    }

    @Test
    void doesNotSpeakOfTheInMemoryServerWhenAnotherIsGiven() {
        try (TemporalServer running = TemporalServer.inMemory();
                TemporalServer given = TemporalServer.at(running.address())) {
            assertThat(running.pages()).contains("in-memory");
            assertThat(given.pages()).contains(running.address()).doesNotContain("in-memory");
        }
    }

    @Test
    void saysThatTheGivenDatabaseDoesNotAnswer() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Database.at("jdbc:postgresql://127.0.0.1:1/brygga", "brygga", "secret-word"))
                .withMessageContaining("BRYGGA_DB_URL")
                .withMessageContaining("127.0.0.1:1")
                .withMessageNotContaining("secret-word");
    }

    private Path program(String script) throws Exception {
        Path program = Files.writeString(folder.resolve("temporal"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
