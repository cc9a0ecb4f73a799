package se.brygga.clients.specter.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure.Why;

/**
 * What a body says, in whichever of its forms (reference section 3.1). What that means for the call is decided
 * elsewhere.
 */
public sealed interface AnswerBody {

    /** The only code that is known: another batch is open (section 5). */
    String OPEN_BATCH = "99";

    /**
     * A success.
     *
     * @param id as the body has it; may be empty or no number
     */
    record Success(String id) implements AnswerBody {}

    /**
     * A failure.
     *
     * @param code Specter's, {@code none} when there is no usable one
     */
    record Failure(String code, String message) implements AnswerBody {

        private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,20}");

        /** Codes appear in histories and metrics. A text in the place of a code is therefore not taken for one. */
        static Failure of(String code, String message) {
            return new Failure(CODE.matcher(code).matches() ? code : "none", message);
        }
    }

    /** A body that Specter would not send. */
    record Unreadable(Why why) implements AnswerBody {}

    /** Reads a body without a list. Never throws: an unreadable body is a result. */
    static AnswerBody read(SpecterReply reply) {
        return read(reply, null);
    }

    /**
     * Reads a body. Never throws: an unreadable body is a result.
     *
     * @param list takes the rows, which count only if the answer is a success; null when no list is expected
     */
    static AnswerBody read(SpecterReply reply, @Nullable AnswerList list) {
        byte[] body = reply.body();
        Charset charset = AnswerCharset.of(body, reply.contentType());
        int start = start(body);
        if (start == body.length) {
            return new Unreadable(Why.EMPTY_ANSWER);
        }
        String head = new String(body, start, Math.min(body.length - start, 20), charset).toLowerCase(Locale.ROOT);
        if (head.startsWith("<!doctype html") || head.startsWith("<html")) {
            return new Unreadable(Why.HTML_PAGE);
        }
        if (head.startsWith("<")) {
            var bytes = new ByteArrayInputStream(body, start, body.length - start);
            return AnswerXml.read(new InputStreamReader(bytes, charset), list);
        }
        String text = new String(body, start, body.length - start, charset).strip();
        return list == null ? AnswerText.read(text) : list.text(text);
    }

    /** Where the answer begins, after a byte order mark and white space. */
    private static int start(byte[] body) {
        boolean marked =
                body.length >= 3 && (body[0] & 0xFF) == 0xEF && (body[1] & 0xFF) == 0xBB && (body[2] & 0xFF) == 0xBF;
        int start = marked ? 3 : 0;
        while (start < body.length && body[start] >= 0 && body[start] <= ' ') {
            start++;
        }
        return start;
    }

    /**
     * The list that an answer may hold. Its rows are taken one by one, so that a long answer is never in memory as a
     * whole. All calls come in the answer's order. They count only if the answer turns out to be whole.
     */
    interface AnswerList {

        /** @param element in lower case */
        boolean isList(String element);

        /** @param element in lower case, somewhere below the list */
        boolean isRow(String element);

        /** Takes a row with all that is in it. */
        void row(XmlElement row);

        /** Takes an element around or beside rows when it ends: after its rows, and without them. */
        void around(XmlElement element);

        /** Takes the document when it ends, without its rows. */
        void end(XmlElement root);

        /** Reads the text form: a success when the rows were taken, or when there are none. */
        AnswerBody text(String text);
    }

    /** The text form of an answer: {@code 1;id;message} or {@code 0;code;message}. */
    final class AnswerText {

        /** Only a number in front makes a text an answer. */
        private static final Pattern ANSWER = Pattern.compile("(-?\\d{1,9})\\s*;(.*)", Pattern.DOTALL);

        private AnswerText() {}

        public static AnswerBody read(String text) {
            Matcher answer = ANSWER.matcher(text);
            if (!answer.matches()) {
                return new AnswerBody.Unreadable(Why.UNREADABLE_BODY);
            }
            // Splits once only, because the message may hold semicolons.
            String[] rest = answer.group(2).split(";", 2);
            String second = rest[0].strip();
            return answer.group(1).equals("1")
                    ? new AnswerBody.Success(second)
                    : AnswerBody.Failure.of(second, rest.length > 1 ? rest[1].strip() : "");
        }
    }
}
