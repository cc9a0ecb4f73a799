package se.brygga.activities.starweb;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.remote.RemoteFailure;
import se.brygga.activities.remote.RemoteFailure.Kind;
import se.brygga.activities.remote.RemoteSystem;
import se.brygga.activities.remote.RetryAfter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starweb's answer table (reference sections 1 and 4): every answer and every broken call ends in one row.
 *
 * <table>
 * <tr><th>seen</th><th>kind</th><th>code</th></tr>
 * <tr><td>no connection, unknown host, TLS refused, connect time-out</td><td>not sent</td><td>no-connection</td></tr>
 * <tr><td>read time-out, reset, end of stream</td><td>outcome unknown</td><td>no-answer</td></tr>
 * <tr><td>429, or any 4xx with error "Too Many Requests"</td><td>busy</td><td>limit</td></tr>
 * <tr><td>401 (after a new token)</td><td>refused</td><td>credentials-refused</td></tr>
 * <tr><td>400 at /token</td><td>refused</td><td>credentials-refused</td></tr>
 * <tr><td>404 at /token, any 3xx</td><td>refused</td><td>wrong-address</td></tr>
 * <tr><td>400, 422</td><td>refused</td><td>bad-request</td></tr>
 * <tr><td>403</td><td>refused</td><td>forbidden</td></tr>
 * <tr><td>404</td><td>refused</td><td>not-found</td></tr>
 * <tr><td>other 4xx</td><td>refused</td><td>http-…</td></tr>
 * <tr><td>5xx, whatever the body</td><td>outcome unknown</td><td>http-…</td></tr>
 * <tr><td>2xx with an empty, HTML or truncated body</td><td>outcome unknown</td><td>unreadable-body</td></tr>
 * <tr><td>2xx with JSON that lacks what every order has</td><td>our fault</td><td>unreadable-answer</td></tr>
 * </table>
 */
final class StarwebAnswers {

    /** What the SDK of Starweb waits, too (section 4). */
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(5);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StarwebAnswers() {}

    /** The body of a successful answer; an empty one is null. */
    static JsonNode success(String action, int status, String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            // Truncated or HTML; the failure below says so without quoting it.
        }
        throw failure(
                Kind.OUTCOME_UNKNOWN,
                "unreadable-body",
                action + ": status " + status + " with a body that is no JSON object");
    }

    static RemoteFailure refused(
            String action, int status, String body, @Nullable String retryAfter, boolean token, InstantSource time) {
        String error = error(body);
        String message = action + ": status " + status + (error.isEmpty() ? "" : " " + error);
        if (status == 429 || (status / 100 == 4 && error.equals("Too Many Requests"))) {
            Duration wait =
                    Optional.ofNullable(RetryAfter.read(retryAfter, time)).orElse(DEFAULT_WAIT);
            return new RemoteFailure(RemoteSystem.STARWEB, Kind.BUSY, "limit", message, wait, null);
        }
        if (status / 100 == 3 || (token && status == 404)) {
            return failure(Kind.REFUSED, "wrong-address", message);
        }
        if (status == 401 || (token && status == 400)) {
            return failure(Kind.REFUSED, "credentials-refused", message);
        }
        return switch (status) {
            case 400, 422 -> failure(Kind.REFUSED, "bad-request", message);
            case 403 -> failure(Kind.REFUSED, "forbidden", message);
            case 404 -> failure(Kind.REFUSED, "not-found", message);
            default -> failure(status / 100 == 4 ? Kind.REFUSED : Kind.OUTCOME_UNKNOWN, "http-" + status, message);
        };
    }

    static RemoteFailure broken(String action, IOException e) {
        boolean neverSent = e instanceof ConnectException
                || e instanceof HttpConnectTimeoutException
                || e instanceof UnknownHostException
                || e instanceof SSLHandshakeException
                || e.getCause() instanceof UnresolvedAddressException;
        String name = e.getClass().getSimpleName();
        return neverSent
                ? failure(Kind.NOT_SENT, "no-connection", action + ": no connection (" + name + ")")
                : failure(Kind.OUTCOME_UNKNOWN, "no-answer", action + ": no answer (" + name + ")");
    }

    static RemoteFailure unreadable(String action, String what) {
        return failure(Kind.OUR_FAULT, "unreadable-answer", action + ": " + what);
    }

    /** The error code of a failed answer; descriptions may quote what was sent and are left out. */
    private static String error(String body) {
        try {
            return JSON.readTree(body).path("error").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static RemoteFailure failure(Kind kind, String code, String message) {
        return new RemoteFailure(RemoteSystem.STARWEB, kind, code, message);
    }
}
