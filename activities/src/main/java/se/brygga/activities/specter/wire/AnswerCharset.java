package se.brygga.activities.specter.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes to text when nobody knows the encoding: declaration, else Content-Type, else strict UTF-8, else Latin-1 (O8). */
final class AnswerCharset {

    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']");
    private static final Pattern CONTENT_TYPE = Pattern.compile("(?i)charset=\"?([A-Za-z0-9._-]+)");
    private static final String UTF_8_BOM = "\u00ef\u00bb\u00bf";

    private AnswerCharset() {}

    static String decode(byte[] body, @Nullable String contentType) {
        String latin1 = new String(body, StandardCharsets.ISO_8859_1);
        if (latin1.startsWith(UTF_8_BOM)) {
            return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        }
        List<String> candidates = new ArrayList<>();
        add(candidates, DECLARED.matcher(latin1));
        add(candidates, CONTENT_TYPE.matcher(contentType == null ? "" : contentType));
        candidates.add("UTF-8");
        for (String charset : candidates) {
            String text = strictly(body, charset);
            if (text != null) {
                return text;
            }
        }
        return latin1;
    }

    private static void add(List<String> candidates, Matcher charset) {
        if (charset.find()) {
            candidates.add(charset.group(1));
        }
    }

    private static @Nullable String strictly(byte[] body, String charset) {
        try {
            return Charset.forName(charset)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException | IllegalArgumentException wrongOrUnknown) {
            return null;
        }
    }
}
