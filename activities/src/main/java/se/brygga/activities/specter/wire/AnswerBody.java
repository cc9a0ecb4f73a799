package se.brygga.activities.specter.wire;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a body says, whatever form it has (reference section 3.1), not yet what that means for the call. */
public sealed interface AnswerBody {

    /** @param id as it stands there; may be empty or no number */
    record Success(String id) implements AnswerBody {}

    /** @param code Specter's, {@code none} when there is no usable one */
    record Failure(String code, String message) implements AnswerBody {

        private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,20}");

        /** A code ends in histories and metrics, so something else in its place is not taken for one. */
        static Failure of(String code, String message) {
            return new Failure(CODE.matcher(code).matches() ? code : "none", message);
        }
    }

    /** @param why short and stable: {@code empty-answer}, {@code html-page}, {@code unreadable-answer} */
    record Unreadable(String why) implements AnswerBody {}

    /** Never throws: what cannot be read says so. */
    static AnswerBody read(SpecterReply reply) {
        String text = AnswerCharset.decode(reply.body(), reply.contentType()).strip();
        if (text.isEmpty()) {
            return new Unreadable("empty-answer");
        }
        String start = text.substring(0, Math.min(text.length(), 20)).toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return new Unreadable("html-page");
        }
        return text.startsWith("<") ? AnswerXml.read(text) : AnswerText.read(text);
    }
}
