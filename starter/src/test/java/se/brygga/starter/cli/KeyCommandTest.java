package se.brygga.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.brygga.activities.crypto.Keyset;
import se.brygga.activities.crypto.Vault;
import se.brygga.cli.server.Server;
import se.brygga.starter.StarterApplication;

/** Keys in files: readable by their owner only, never overwritten, and rotated without losing what was encrypted before. */
class KeyCommandTest {

    private static final byte[] PLAIN = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void aNewKeyCanBeReadByItsOwnerOnlyAndIsNeverOverwritten() throws Exception {
        Path file = folder.resolve("key");

        assertThat(newKey(file)).isZero();
        String first = Files.readString(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(newKey(file)).isEqualTo(1);

        assertThat(file).hasContent(first.strip());
        assertThat(Keyset.of(first).keys()).hasSize(1);
    }

    @Test
    void aRotatedKeyReadsWhatTheOldOneHasWrittenAndWritesWithTheNewOne() throws Exception {
        Path file = folder.resolve("key");
        newKey(file);
        Vault before = Vault.of(Files.readString(file));
        byte[] old = before.encrypt(PLAIN, "p");

        assertThat(StarterApplication.command("key", "rotate", file.toString())).isZero();

        Vault after = Vault.of(Files.readString(file));
        assertThat(after.decrypt(old, "p")).isEqualTo(PLAIN);
        assertThat(after.keyset().keys()).hasSize(2);
        assertThat(after.keyset().primary().id())
                .isNotEqualTo(before.keyset().primary().id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsNoKeyIsLeftAsItIs() throws Exception {
        Path file = Files.writeString(folder.resolve("notes"), "no key at all\n");

        assertThat(StarterApplication.command("key", "rotate", file.toString())).isEqualTo(1);
        assertThat(StarterApplication.command(
                        "key", "rotate", folder.resolve("none").toString()))
                .isEqualTo(1);

        assertThat(file).hasContent("no key at all");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    /** The command line makes keys without Tink; here Tink reads them. */
    private static int newKey(Path file) {
        return se.brygga.cli.Brygga.run(
                Server.of(() -> {
                    throw new IllegalStateException("nobody asks a starter");
                }),
                "key",
                "new",
                file.toString());
    }
}
