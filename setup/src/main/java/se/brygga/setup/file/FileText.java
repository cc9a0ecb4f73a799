package se.brygga.setup.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a set-up file, or why there is none. */
final class FileText {

    /** A hundred times the largest that anybody needs. */
    private static final int LARGEST = 1_000_000;

    /** There is no text; the message says why, and what to do. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private FileText() {}

    static String read(Path file) throws Unreadable {
        if (!Files.exists(file)) {
            throw new Unreadable(1, "is not there. Is the path right?");
        }
        if (Files.isDirectory(file)) {
            throw new Unreadable(1, "is a folder. Name the set-up file in it");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new Unreadable(1, "is larger than 1 MB, so it is no set-up file. Is the path right?");
            }
            return decoded(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Unreadable(1, "cannot be read. May " + System.getProperty("user.name") + " read it?");
        }
    }

    /** Taken for another encoding, names like Återförsäljare would be looked for in the shop under wrong letters. */
    private static String decoded(byte[] bytes) throws Unreadable {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        int nul = text.indexOf('\0');
        if (result.isError() || nul >= 0) {
            String before = nul >= 0 ? text.substring(0, nul) : text;
            throw new Unreadable(
                    1 + (int) before.chars().filter(c -> c == '\n').count(),
                    "is not UTF-8 here; old editors save as ISO-8859-1 or UTF-16. Save the file as UTF-8");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
