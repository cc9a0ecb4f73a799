package se.brygga.testbed.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A file that another process may be writing at this moment: its last line, and even its last character, may be there in part. */
public final class GrowingFile {

    private GrowingFile() {}

    /** What is there by now; nothing while there is no file. A character that is there in part reads as another one, and fails nobody. */
    public static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException notYet) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that are there to their end. */
    public static List<String> lines(Path file) {
        String text = text(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
