package se.brygga.starter.api;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.OnceDesk;
import se.brygga.starter.desk.door.DeskJson;

/** Requests that change something. Each counts once for its {@code Idempotency-Key}, however often it is sent. */
@Component
public class Once {

    /** Name of the header with a text of the caller's choice. */
    public static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 100;

    /**
     * Who does it, and why: the body of requests that say nothing more.
     *
     * @param by login of the person; null: the token's name
     * @param reason why; null where none is needed
     */
    public record Signature(@Nullable String by, @Nullable String reason) {

        /** As the audit log shows both. */
        public Operator operator(Caller caller) {
            return caller.operator(by, reason);
        }
    }

    private final OnceDesk desk;

    Once(OnceDesk desk) {
        this.desk = desk;
    }

    /**
     * Follows a request, or repeats the answer that it had.
     *
     * @param request all that is asked: what the path says, and the body
     * @throws Refusal the key is none, belongs to another request, or to one without an answer
     */
    public ResponseEntity<String> answer(Caller caller, String key, Object request, Supplier<?> follow) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(KEY + " has 1 to " + LONGEST_KEY + " characters");
        }
        OnceDesk.Answer answer = desk.once(caller, key, DeskJson.text(request), () -> DeskJson.text(follow.get()));
        return switch (answer) {
            case OnceDesk.Answer.Given(String text, boolean again) ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotent-Replayed", Boolean.toString(again))
                        .body(text);
            case OnceDesk.Answer.UnderWay() ->
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "the same request is being followed; ask again for its answer",
                        Duration.ofSeconds(5));
            case OnceDesk.Answer.Lost() ->
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "the same request was begun, and the starter ended before its answer. Look at what it was"
                                + " about; then decide with another " + KEY);
            case OnceDesk.Answer.OfAnother() ->
                throw new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "the " + KEY + " was used for another request; each decision takes one of its own");
        };
    }
}
