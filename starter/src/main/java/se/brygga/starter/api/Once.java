package se.brygga.starter.api;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
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
import se.brygga.workflows.refusal.Reason;

/** Makes changing requests idempotent. Each counts once for its {@code Idempotency-Key}, however often it is sent. */
@Component
public class Once {

    /** Name of the header whose text the caller chooses. */
    public static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 100;

    /**
     * Who makes the request, and why: the body of requests without other values.
     *
     * @param by login of the person; null for the token's name
     * @param reason why; null where none is needed
     */
    public record Signature(@Nullable String by, @Nullable String reason) {

        /** Both as the audit log shows them. */
        public Operator operator(Caller caller) {
            return caller.operator(by, reason);
        }
    }

    private final OnceDesk desk;

    Once(OnceDesk desk) {
        this.desk = desk;
    }

    /**
     * Follows a request, or repeats the answer of the same request.
     *
     * @param request everything that is asked: the values in the path, and the body
     * @throws HttpRefusal the key is no key, belongs to another request, or to a request without an answer
     */
    public ResponseEntity<String> answer(Caller caller, String key, Object request, Supplier<?> follow) {
        OnceDesk.Answer.Given given = given(caller, key, request, () -> DeskJson.text(follow.get()));
        return headed(ResponseEntity.ok(), given).body(given.text());
    }

    /**
     * As {@link #answer}, for a request that begins a job. The answer is 202, with the job's location.
     *
     * @param place path of all such jobs; the job's own id follows
     * @param begin returns the job's id
     */
    public ResponseEntity<String> begin(
            Caller caller, String key, Object request, String place, Supplier<String> begin) {
        OnceDesk.Answer.Given given = given(caller, key, request, begin);
        return headed(ResponseEntity.accepted().location(URI.create(place + given.text())), given)
                .body(DeskJson.text(Map.of("job", given.text())));
    }

    private static ResponseEntity.BodyBuilder headed(ResponseEntity.BodyBuilder answer, OnceDesk.Answer.Given given) {
        return answer.contentType(MediaType.APPLICATION_JSON)
                .header("Idempotent-Replayed", Boolean.toString(given.repeated()));
    }

    private OnceDesk.Answer.Given given(Caller caller, String key, Object request, Supplier<String> follow) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Reason.REQUEST_KEY_LENGTH.refused(KEY, LONGEST_KEY);
        }
        return switch (desk.once(caller, key, DeskJson.text(request), follow)) {
            case OnceDesk.Answer.Given given -> given;
            case OnceDesk.Answer.UnderWay() ->
                throw new HttpRefusal(HttpStatus.CONFLICT, Reason.REQUEST_UNDER_WAY.of(), Duration.ofSeconds(5));
            case OnceDesk.Answer.Lost() -> throw new HttpRefusal(HttpStatus.CONFLICT, Reason.REQUEST_LOST.of(KEY));
            case OnceDesk.Answer.OfAnother() ->
                throw new HttpRefusal(HttpStatus.UNPROCESSABLE_CONTENT, Reason.REQUEST_KEY_USED.of(KEY));
        };
    }
}
