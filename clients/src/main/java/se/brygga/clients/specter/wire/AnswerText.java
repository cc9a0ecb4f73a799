package se.brygga.clients.specter.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.brygga.clients.remote.RemoteFailure.Why;

/** The text form of an answer: {@code 1;id;message} or {@code 0;code;message}. */
public final class AnswerText {

    /** Only a number in front makes it an answer. */
    private static final Pattern ANSWER = Pattern.compile("(-?\\d{1,9})\\s*;(.*)", Pattern.DOTALL);

    private AnswerText() {}

    public static AnswerBody read(String text) {
        Matcher answer = ANSWER.matcher(text);
        if (!answer.matches()) {
            return new AnswerBody.Unreadable(Why.UNREADABLE_BODY);
        }
        // Split only once more: the message may hold semicolons.
        String[] rest = answer.group(2).split(";", 2);
        String second = rest[0].strip();
        return answer.group(1).equals("1")
                ? new AnswerBody.Success(second)
                : AnswerBody.Failure.of(second, rest.length > 1 ? rest[1].strip() : "");
    }
}
