package se.brygga.simulators;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault to play on matching requests.
 *
 * @param match regular expression found in {@code "METHOD path?query action=…"}; the simulator says what it appends
 * @param kind what to play
 * @param times how many matching requests it hits at most; 0 means without end
 * @param probability chance in percent that a matching request is hit, drawn from the simulator's seed
 * @param status HTTP status for {@link Kind#STATUS} and {@link Kind#STATUS_AFTER_COMMIT}
 * @param body body for those two; a default when null
 * @param delayMillis how long {@link Kind#SLOW} waits
 * @param retryAfter value of a {@code Retry-After} header beside a status, or null
 * @param about regular expression found in the request's path or body as it was sent. Only such requests are hit, for
 *     example those about one order. Null for all
 * @param skip how many matching requests pass before the first one is hit
 */
public record Fault(
        String match,
        Kind kind,
        int times,
        int probability,
        int status,
        @Nullable String body,
        long delayMillis,
        @Nullable String retryAfter,
        @Nullable String about,
        int skip) {

    /** What can go wrong. "Commit" is the moment at which the simulator's state has changed. */
    public enum Kind {
        /** Answers with a status and a body; nothing has changed. */
        STATUS,
        /** Changes the state and then answers with a status and a body. */
        STATUS_AFTER_COMMIT,
        /** Answers 200 with an HTML error page; nothing has changed. */
        HTML,
        /** Changes the state and answers with an empty body. */
        EMPTY,
        /** Changes the state and answers with the first half of the body. */
        TRUNCATED,
        /** Waits, then answers as usual. */
        SLOW,
        /** Answers as usual, but one byte at a time, spread over the delay. */
        DRIP,
        /** Closes the connection; nothing has changed. */
        DROP_BEFORE_COMMIT,
        /** Changes the state, then closes the connection. */
        DROP_AFTER_COMMIT,
        /** Holds the request without acting on it until the fault is cleared; then drops it. */
        HANG_BEFORE_COMMIT,
        /** Changes the state, then holds the answer until the fault is cleared; then drops it. */
        HANG_AFTER_COMMIT
    }

    public Fault {
        Pattern.compile(match); // A bad expression is refused when it is set, not when it is first needed.
        if (about != null) {
            Pattern.compile(about);
        }
        if (probability < 1 || probability > 100) {
            throw new IllegalArgumentException("probability must be 1 to 100 percent, not " + probability);
        }
    }

    /** A fault that hits the next {@code times} matching requests. */
    public static Fault times(String match, Kind kind, int times) {
        return new Fault(match, kind, times, 100, 500, null, 0, null, null, 0);
    }

    /** A fault that hits a share of all matching requests. */
    public static Fault share(String match, Kind kind, int percent) {
        return new Fault(match, kind, 0, percent, 500, null, 0, null, null, 0);
    }

    public Fault withStatus(int newStatus, @Nullable String newBody) {
        return new Fault(match, kind, times, probability, newStatus, newBody, delayMillis, retryAfter, about, skip);
    }

    public Fault withRetryAfter(String value) {
        return new Fault(match, kind, times, probability, status, body, delayMillis, value, about, skip);
    }

    /** Only requests that hold this regular expression in their path or body; null for all. */
    public Fault withAbout(@Nullable String text) {
        return new Fault(match, kind, times, probability, status, body, delayMillis, retryAfter, text, skip);
    }

    /** Lets that many matching requests pass first. */
    public Fault withSkip(int requests) {
        return new Fault(match, kind, times, probability, status, body, delayMillis, retryAfter, about, requests);
    }
}
