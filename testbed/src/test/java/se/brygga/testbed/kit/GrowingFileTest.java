package se.brygga.testbed.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFileTest {

    @TempDir
    private Path folder;

    @Test
    void isReadWhileHalfOfACharacterIsWritten() throws IOException {
        byte[] whole = "Läge: på".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("log"), Arrays.copyOf(whole, whole.length - 1));

        assertThat(GrowingFile.text(file)).startsWith("Läge: p");
    }

    @Test
    void hasNoLineThatIsNotWrittenToItsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "STANDS AT victim-7\nSTANDS AT victim-1");

        assertThat(GrowingFile.lines(file)).containsExactly("STANDS AT victim-7");
        Files.writeString(file, "STANDS AT victim-7\nSTANDS AT victim-12\n");
        assertThat(GrowingFile.lines(file)).endsWith("STANDS AT victim-12");
    }

    @Test
    void isEmptyBeforeItIsThere() {
        assertThat(GrowingFile.text(folder.resolve("log"))).isEmpty();
        assertThat(GrowingFile.lines(folder.resolve("log"))).isEmpty();
    }
}
