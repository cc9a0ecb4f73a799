package se.brygga.activities.starweb;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.remote.CallLimits;
import se.brygga.activities.remote.CallLog;
import se.brygga.activities.remote.CallRecord;
import se.brygga.activities.remote.RemoteFailure;
import se.brygga.activities.remote.RemoteSystem;
import se.brygga.activities.setup.StarwebSetup;
import se.brygga.workflows.ShopRef;
import tools.jackson.databind.JsonNode;

/**
 * Calls of one shop: token, budget, records. A token is renewed at 90 % of its life by one thread while the others wait, and
 * once more when a call says that it is not valid (reference section 1).
 */
final class StarwebCalls {

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    private record Token(String value, Instant renewAt) {}

    private final ShopRef shop;
    private final StarwebSetup setup;
    private final HttpClient http;
    private final CallLimits limits;
    private final CallLog log;
    private final InstantSource time;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile @Nullable Token token;

    StarwebCalls(
            ShopRef shop, StarwebSetup setup, HttpClient http, CallLimits limits, CallLog log, InstantSource time) {
        this.shop = shop;
        this.setup = setup;
        this.http = http;
        this.limits = limits;
        this.log = log;
        this.time = time;
    }

    /**
     * One call.
     *
     * @param action method and path pattern, for records and messages
     * @param path with its query, encoded
     * @param body JSON, or null for none
     * @return the answer's JSON; a missing node for an answer without content
     */
    JsonNode call(String method, String path, @Nullable String body, String action, String subject) {
        Token current = currentToken(null);
        HttpResponse<String> answer = send(request(method, path, body, current), action, subject, path);
        if (answer.statusCode() == 401) {
            answer = send(request(method, path, body, currentToken(current)), action, subject, path);
        }
        int status = answer.statusCode();
        if (status / 100 != 2) {
            throw refused(action, answer, false);
        }
        return status == 204
                ? tools.jackson.databind.node.MissingNode.getInstance()
                : StarwebAnswers.success(action, status, answer.body());
    }

    /** @param rejected the token that a call was refused with; null when any will do */
    private Token currentToken(@Nullable Token rejected) {
        Optional<Token> known = usable(rejected);
        if (known.isPresent()) {
            return known.get();
        }
        renewal.lock();
        try {
            // Another thread may have renewed it while this one waited.
            return usable(rejected).orElseGet(() -> {
                Token fresh = fetchToken();
                token = fresh;
                return fresh;
            });
        } finally {
            renewal.unlock();
        }
    }

    private Optional<Token> usable(@Nullable Token rejected) {
        return Optional.ofNullable(token)
                .filter(known -> !known.equals(rejected) && time.instant().isBefore(known.renewAt()));
    }

    private Token fetchToken() {
        String action = "POST /token";
        String form = "grant_type=client_credentials&client_id=" + encode(setup.clientId()) + "&client_secret="
                + encode(setup.clientSecret().value());
        HttpRequest request = HttpRequest.newBuilder(uri("/token"))
                .timeout(READ_TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = send(request, action, "token", "/token");
        if (answer.statusCode() / 100 != 2) {
            throw refused(action, answer, true);
        }
        JsonNode json = StarwebAnswers.success(action, answer.statusCode(), answer.body());
        String value = json.path("access_token").asString("");
        if (value.isEmpty()) {
            throw new RemoteFailure(
                    RemoteSystem.STARWEB,
                    RemoteFailure.Kind.NOT_SENT,
                    "no-token",
                    action + ": an answer without a token");
        }
        long lifeSeconds = json.path("expires_in").asLong(3600);
        return new Token(value, time.instant().plusMillis(lifeSeconds * 900));
    }

    private HttpRequest request(String method, String path, @Nullable String body, Token with) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(READ_TIMEOUT)
                .header("Authorization", "Bearer " + with.value())
                .header("Accept", "application/json");
        if (body == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request, String action, String subject, String path) {
        limits.takeFromBudget(shop.toString(), setup.maxRequestsPerMinute());
        Instant began = time.instant();
        try {
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            int status = answer.statusCode();
            RemoteFailure failure = status / 100 == 2 || status == 401 ? null : refused(action, answer, false);
            record(action, subject, path, status, failure, began);
            return answer;
        } catch (IOException e) {
            RemoteFailure failure = StarwebAnswers.broken(action, e);
            record(action, subject, path, 0, failure, began);
            throw failure;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteFailure(
                    RemoteSystem.STARWEB, RemoteFailure.Kind.OUTCOME_UNKNOWN, "interrupted", action + ": interrupted");
        }
    }

    private RemoteFailure refused(String action, HttpResponse<String> answer, boolean isToken) {
        RemoteFailure failure = StarwebAnswers.refused(
                action,
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("Retry-After").orElse(null),
                isToken,
                time);
        Duration pause = failure.retryAfter();
        if (failure.kind() == RemoteFailure.Kind.BUSY && pause != null) {
            limits.pauseBudget(shop.toString(), pause);
        }
        return failure;
    }

    private void record(
            String action, String subject, String path, int status, @Nullable RemoteFailure failure, Instant began) {
        log.record(new CallRecord(
                RemoteSystem.STARWEB,
                shop.tenant(),
                shop.shop(),
                action,
                subject,
                path.contains("?") ? path.substring(0, path.indexOf('?')) : path,
                status,
                failure == null ? "" : failure.code(),
                failure == null ? null : failure.kind(),
                Duration.between(began, time.instant())));
    }

    private URI uri(String path) {
        return URI.create(setup.baseUrl() + path);
    }

    /** Also {@code +} becomes {@code %2B}: Starweb reads a bare one as a space (section 2). */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
