package se.brygga.clients.starweb;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.Exchange;
import se.brygga.clients.remote.Exchange.RetryAfter;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Starweb's answer table (reference sections 1 and 4): every answer ends in one row.
 *
 * <table>
 * <tr><th>seen</th><th>kind</th><th>why</th></tr>
 * <tr><td>no answer</td><td colspan="2">by the table of {@link Exchange}</td></tr>
 * <tr><td>429, or any 4xx with error "Too Many Requests"</td><td>busy</td><td>limit</td></tr>
 * <tr><td>401 (after a new token)</td><td>not let in</td><td>credentials-refused</td></tr>
 * <tr><td>400 at /token</td><td>not let in</td><td>credentials-refused</td></tr>
 * <tr><td>404 at /token, any 3xx</td><td>not let in</td><td>wrong-address</td></tr>
 * <tr><td>404 whose body is no JSON object: not the shop's API says so</td><td>not let in</td><td>wrong-address</td></tr>
 * <tr><td>400, 422</td><td>refused</td><td>bad-request</td></tr>
 * <tr><td>403</td><td>refused</td><td>forbidden</td></tr>
 * <tr><td>404 with a JSON object</td><td>refused</td><td>not-found</td></tr>
 * <tr><td>other 4xx</td><td>refused</td><td>http-…</td></tr>
 * <tr><td>5xx, whatever the body</td><td>outcome unknown</td><td>http-…</td></tr>
 * <tr><td>2xx with an empty, HTML or truncated body</td><td>outcome unknown</td><td>unreadable-body</td></tr>
 * <tr><td>2xx at /token without a usable access_token</td><td>not sent</td><td>no-token</td></tr>
 * <tr><td>2xx to a list without data</td><td>outcome unknown</td><td>unreadable-body</td></tr>
 * <tr><td>404 to a write to a variant's stock or tier, and the variant is there</td><td>refused</td>
 *     <td>stock-location-gone, price-row-gone</td></tr>
 * <tr><td>2xx to a search by SKU with several variants of that SKU</td><td>refused</td><td>sku-not-unique</td></tr>
 * <tr><td>2xx to a creation without the new id</td><td>outcome unknown</td><td>answer-without-number</td></tr>
 * <tr><td>2xx with JSON that lacks what every such thing has</td><td>our fault</td><td>unreadable-answer</td></tr>
 * <tr><td>not sent, because Starweb could not hold a value</td><td>our fault</td><td>violates-limits</td></tr>
 * </table>
 */
final class StarwebAnswers {

    private static final String TOO_MANY = "Too Many Requests";

    /**
     * A code that may be shown. Any other text in an error's code may be a sentence that quotes somebody;
     * {@link #TOO_MANY} does not.
     */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,40}|" + TOO_MANY);

    /** The characters that a header may have. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    /** The language of failure messages, which go to logs and histories. */
    private static final CauseTexts ENGLISH = CauseTexts.in(Locale.ENGLISH);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StarwebAnswers() {}

    /** The body of a successful answer, which must be a JSON object. Empty, HTML and truncated bodies are failures. */
    static JsonNode success(String action, int status, String body) {
        JsonNode json = object(body);
        if (json.isObject()) {
            return json;
        }
        throw failure(
                Kind.OUTCOME_UNKNOWN,
                Why.UNREADABLE_BODY,
                action + ": status " + status + " with a body that is no JSON object",
                Phrase.STARWEB_NO_DATA.with(action));
    }

    /** As {@link #success}, with an {@code access_token} in it. */
    static JsonNode token(String action, int status, String body) {
        JsonNode json = success(action, status, body);
        if (!TOKEN.matcher(json.path("access_token").asString("")).matches()) {
            throw failure(
                    Kind.NOT_SENT,
                    Why.NO_TOKEN,
                    action + ": an answer without a token",
                    Phrase.STARWEB_NO_TOKEN.with());
        }
        return json;
    }

    static RemoteFailure refused(
            String action,
            int status,
            String body,
            @Nullable String retryAfter,
            boolean token,
            LimitPause pause,
            InstantSource time) {
        JsonNode json = object(body);
        String error = error(json);
        String answer = status + (error.isEmpty() ? "" : " " + error);
        String message = action + ": status " + answer;
        Detail told = Phrase.STARWEB_ANSWERED.with(answer, action);
        if (status == 429 || (status / 100 == 4 && error.equals(TOO_MANY))) {
            Duration wait =
                    Optional.ofNullable(RetryAfter.read(retryAfter, time)).orElseGet(pause::next);
            return new RemoteFailure(RemoteSystem.STARWEB, Kind.BUSY, Why.LIMIT, message, wait, null).toldAs(told);
        }
        if (status / 100 == 3 || (status == 404 && (token || json.isMissingNode()))) {
            return failure(Kind.NOT_LET_IN, Why.WRONG_ADDRESS, message, told);
        }
        if (status == 401 || (token && status == 400)) {
            return failure(Kind.NOT_LET_IN, Why.CREDENTIALS_REFUSED, message, told);
        }
        return switch (status) {
            case 400, 422 -> failure(Kind.REFUSED, Why.BAD_REQUEST, message, told);
            case 403 -> failure(Kind.REFUSED, Why.FORBIDDEN, message, told);
            case 404 -> failure(Kind.REFUSED, Why.NOT_FOUND, message, told);
            default ->
                failure(status / 100 == 4 ? Kind.REFUSED : Kind.OUTCOME_UNKNOWN, Why.HTTP, message, told)
                        .answering(Integer.toString(status));
        };
    }

    /** The failure for a call without an answer. */
    static RemoteFailure lost(String action, Exchange.Broken broken) {
        Detail told = switch (broken.kind()) {
            case NOT_SENT -> Phrase.STARWEB_NO_CONNECTION.with(action, broken.name());
            case OUR_FAULT -> Phrase.DEFECT.with(broken.name());
            case OUTCOME_UNKNOWN, BUSY, NOT_LET_IN, REFUSED -> Phrase.STARWEB_NO_ANSWER.with(action, broken.name());
        };
        String message = "%s: %s (%s)".formatted(action, broken.why().key(), broken.name());
        return failure(broken.kind(), broken.why(), message, told);
    }

    static RemoteFailure noList(String action) {
        return failure(
                Kind.OUTCOME_UNKNOWN,
                Why.UNREADABLE_BODY,
                action + ": an answer without data",
                Phrase.STARWEB_NO_DATA.with(action));
    }

    static RemoteFailure noNumber(String action) {
        return failure(
                Kind.OUTCOME_UNKNOWN,
                Why.ANSWER_WITHOUT_NUMBER,
                action + ": an answer without the new id",
                Phrase.STARWEB_NO_DATA.with(action));
    }

    /** @param what the value that Starweb could not hold */
    static RemoteFailure violatesLimits(String action, Detail what) {
        return failure(
                Kind.OUR_FAULT,
                Why.VIOLATES_LIMITS,
                action + ": not sent: " + ENGLISH.detail(what),
                Phrase.STARWEB_NOT_SENT.with(action, what));
    }

    static RemoteFailure unreadable(String action, Detail what) {
        return failure(
                Kind.OUR_FAULT,
                Why.UNREADABLE_ANSWER,
                action + ": " + ENGLISH.detail(what),
                Phrase.UNREADABLE_AT.with(action, what));
    }

    /**
     * The failure for a call whose path the shop has only in part.
     *
     * @param why what of the path the shop does not have
     * @param told the same in words
     */
    static RemoteFailure gone(String action, Why why, Phrase told) {
        return failure(Kind.REFUSED, why, action + ": status 404, and the variant is there", told.with(action));
    }

    static RemoteFailure notUnique(String action, String sku) {
        return failure(
                Kind.REFUSED,
                Why.SKU_NOT_UNIQUE,
                action + ": more than one variant has the SKU " + sku,
                Phrase.SKU_TWICE.with(sku));
    }

    /** The error code of a failed answer. Descriptions are left out, because they may quote what was sent. */
    private static String error(JsonNode json) {
        String error = json.path("error").asString("");
        return CODE.matcher(error).matches() ? error : "";
    }

    private static JsonNode object(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? json : MissingNode.getInstance();
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static RemoteFailure failure(Kind kind, Why why, String message, Detail told) {
        return new RemoteFailure(RemoteSystem.STARWEB, kind, why, message).toldAs(told);
    }
}
