package se.brygga.activities.specter;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a body says, whatever form it has (reference section 3.1). What it means says {@link SpecterAnswers}. */
sealed interface AnswerBody {

    /** @param id as it stands there; may be empty or no number */
    record Success(String id) implements AnswerBody {}

    /** @param code Specter's, {@code none} when there is no usable one */
    record Failure(String code, String message) implements AnswerBody {}

    /** @param why short and stable: {@code empty-answer}, {@code html-page}, {@code unreadable-answer} */
    record Unreadable(String why) implements AnswerBody {}

    /** {@code result;rest}: only a number in front makes it an answer. */
    Pattern TEXT = Pattern.compile("\\s*(-?\\d{1,9})\\s*;(.*)", Pattern.DOTALL);

    /** A code ends in histories and metrics, so something else in its place is not taken for one. */
    Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,20}");

    static AnswerBody read(SpecterReply reply) {
        String text = AnswerText.decode(reply.body(), reply.contentType()).strip();
        if (text.isEmpty()) {
            return new Unreadable("empty-answer");
        }
        if (isHtml(text)) {
            return new Unreadable("html-page");
        }
        return text.startsWith("<") ? AnswerXml.read(text) : readText(text);
    }

    static AnswerBody failure(String code, String message) {
        String trimmed = code.strip();
        return CODE.matcher(trimmed).matches() ? new Failure(trimmed, message) : new Failure("none", message);
    }

    private static AnswerBody readText(String text) {
        Matcher answer = TEXT.matcher(text);
        if (!answer.matches()) {
            return new Unreadable("unreadable-answer");
        }
        // Split only once more: the message may hold semicolons.
        String[] rest = answer.group(2).split(";", 2);
        String second = rest[0].strip();
        return answer.group(1).equals("1")
                ? new Success(second)
                : failure(second, rest.length > 1 ? rest[1].strip() : "");
    }

    private static boolean isHtml(String text) {
        String start = text.substring(0, Math.min(text.length(), 20)).toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}
