package se.brygga.clients.specter.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of an answer: its declaration, else Content-Type, else strict UTF-8, else Latin-1 (O8). An answer
 * that is called Latin-1 and has bytes 0x80 to 0x9F is Windows-1252: Latin-1 has control characters there, which nobody
 * writes.
 */
final class AnswerCharset {

    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']");
    private static final Pattern CONTENT_TYPE = Pattern.compile("(?i)charset=\"?([A-Za-z0-9._-]+)");
    private static final String UTF_8_BOM = "\u00ef\u00bb\u00bf";

    /** A declaration that starts later than this does not count. */
    private static final int HEAD = 500;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private AnswerCharset() {}

    static Charset of(byte[] body, @Nullable String contentType) {
        String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith(UTF_8_BOM)) {
            return StandardCharsets.UTF_8;
        }
        List<String> candidates = new ArrayList<>();
        add(candidates, DECLARED.matcher(head));
        add(candidates, CONTENT_TYPE.matcher(contentType == null ? "" : contentType));
        candidates.add("UTF-8");
        for (String candidate : candidates) {
            Charset charset = known(candidate);
            if (charset != null && fits(body, charset)) {
                return meant(charset, body);
            }
        }
        return meant(StandardCharsets.ISO_8859_1, body);
    }

    private static Charset meant(Charset charset, byte[] body) {
        if (!charset.equals(StandardCharsets.ISO_8859_1)) {
            return charset;
        }
        for (byte one : body) {
            if ((one & 0xe0) == 0x80) {
                return fits(body, WINDOWS_1252) ? WINDOWS_1252 : charset;
            }
        }
        return charset;
    }

    private static void add(List<String> candidates, Matcher charset) {
        if (charset.find()) {
            candidates.add(charset.group(1));
        }
    }

    private static @Nullable Charset known(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** Decodes piece by piece, because an answer may have many megabytes. */
    private static boolean fits(byte[] body, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CharBuffer piece = CharBuffer.allocate(8_192);
        CoderResult result;
        do {
            result = decoder.decode(bytes, piece.clear(), true);
        } while (result.isOverflow());
        return !result.isError() && !decoder.flush(piece.clear()).isError();
    }
}
