package se.brygga.starter.desk.access;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Follows requests that count once, however often they are sent. */
@Component
public class OnceDesk {

    /** What came of a request with a key. */
    public sealed interface Answer {

        /**
         * The request was followed, now or before.
         *
         * @param text of the answer
         * @param repeated true if an earlier request had this answer, so that this one changed nothing
         */
        record Given(String text, boolean repeated) implements Answer {}

        /** The same request is being followed now. */
        record UnderWay() implements Answer {}

        /** The same request was begun and never answered. What came of it is unknown. */
        record Lost() implements Answer {}

        /** The key belongs to another request. */
        record OfAnother() implements Answer {}
    }

    private final AnswerBook book;

    OnceDesk(AnswerBook book) {
        this.book = book;
    }

    /**
     * Follows a request, unless a request with this key was followed before.
     *
     * @param key of the caller's choice
     * @param request everything that is asked, as text
     * @param follow makes the answer's text. Its exceptions are passed on, and free the key
     */
    public Answer once(Caller caller, String key, String request, Supplier<String> follow) {
        return switch (book.begin(caller.token(), key, request)) {
            case AnswerBook.Begun.First() -> new Answer.Given(followed(caller, key, follow), false);
            case AnswerBook.Begun.Answered(String answer) -> new Answer.Given(answer, true);
            case AnswerBook.Begun.UnderWay() -> new Answer.UnderWay();
            case AnswerBook.Begun.Lost() -> new Answer.Lost();
            case AnswerBook.Begun.OfAnother() -> new Answer.OfAnother();
        };
    }

    private String followed(Caller caller, String key, Supplier<String> follow) {
        String answer;
        try {
            answer = follow.get();
        } catch (RuntimeException failed) {
            book.forget(caller.token(), key);
            throw failed;
        }
        book.answer(caller.token(), key, answer);
        return answer;
    }
}
