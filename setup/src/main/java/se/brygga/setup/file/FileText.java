package se.brygga.setup.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import se.brygga.setup.yaml.Mistake;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;

/** The text of a set-up file, or why the file cannot be read. */
final class FileText {

    /** A hundred times larger than any file needs to be. */
    private static final int LARGEST = 1_000_000;

    /** There is no text. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Mistake mistake;

        /** @param line 0 where the file has none */
        Unreadable(int line, Refusal why) {
            super(why.toString());
            this.mistake = new Mistake(line, "", why);
        }

        /** Why, and what to do. */
        Mistake mistake() {
            return mistake;
        }
    }

    private FileText() {}

    static String read(Path file) throws Unreadable {
        if (!Files.exists(file)) {
            throw new Unreadable(0, SetupReason.FILE_MISSING.of());
        }
        if (Files.isDirectory(file)) {
            throw new Unreadable(0, SetupReason.FILE_IS_FOLDER.of());
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new Unreadable(0, SetupReason.FILE_TOO_LARGE.of());
            }
            return decoded(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Unreadable(0, SetupReason.FILE_NOT_READABLE.of(System.getProperty("user.name")));
        }
    }

    /**
     * Decodes strictly. In a wrong encoding a name like Återförsäljare would be looked for in the shop with wrong
     * letters.
     */
    private static String decoded(byte[] bytes) throws Unreadable {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        int nul = text.indexOf('\0');
        if (result.isError() || nul >= 0) {
            String before = nul >= 0 ? text.substring(0, nul) : text;
            throw new Unreadable(
                    1 + (int) before.chars().filter(c -> c == '\n').count(), SetupReason.FILE_NOT_UTF8.of());
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
