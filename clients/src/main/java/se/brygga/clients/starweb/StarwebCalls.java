package se.brygga.clients.starweb;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.CallLog.CallRecord;
import se.brygga.clients.remote.CallSlots;
import se.brygga.clients.remote.Door;
import se.brygga.clients.remote.Exchange;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.ShopRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Makes the calls of one shop, with token, limits and records. One thread renews the token at 90 % of its life while
 * the others wait. The token is also renewed when a call says that it is not valid (reference section 1).
 */
final class StarwebCalls {

    static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    /** The contract's form: whole seconds, with an offset (reference section 2). */
    private static final DateTimeFormatter QUERY_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    /** A page of a hundred large orders has some megabytes. An endless answer must not fill the memory. */
    private static final long ANSWER_MAX_BYTES = 64_000_000;

    private static final long LIFE_UNLESS_TOLD = 3600;
    private static final long LIFE_AT_MOST = Duration.ofDays(1).toSeconds();

    private record Token(String value, Instant renewAt) {

        @Override
        public String toString() {
            return "a token until " + renewAt;
        }
    }

    /**
     * One call as it is asked for.
     *
     * @param token whether this is the call for a token, for which some answers have another meaning
     */
    private record Asked(String method, String action, String subject, String path, boolean token, Urgency urgency) {}

    /** What a call sends. */
    record Body(String contentType, HttpRequest.BodyPublisher content) {

        static Body json(String text) {
            return new Body("application/json", HttpRequest.BodyPublishers.ofString(text));
        }
    }

    private final ShopRef shop;
    private final StarwebSetup setup;
    private final Exchange exchange;
    private final CallContext context;
    private final InstantSource time;
    private final Door door;
    private final Duration readTimeout;
    private final CallSlots slots;
    private final ReentrantLock renewal = new ReentrantLock();
    private final LimitPause limitPause;
    private volatile @Nullable Token token;
    private volatile @Nullable RemoteFailure lastRenewalFailure;

    StarwebCalls(ShopRef shop, StarwebSetup setup, CallContext context, Duration readTimeout) {
        this.shop = shop;
        this.setup = setup;
        this.exchange = new Exchange(context.http(), readTimeout);
        this.context = context;
        this.time = context.time();
        this.door = Door.starweb(shop.tenant(), shop.shop());
        this.readTimeout = readTimeout;
        this.limitPause = new LimitPause(time, RandomGenerator.getDefault());
        this.slots = new CallSlots(shop.toString());
    }

    /**
     * Makes one call.
     *
     * @param action method and path pattern, for records and messages
     * @param path with its query, encoded
     * @param body null for none
     * @return the answer's JSON; a missing node for an answer without content
     */
    JsonNode call(String method, String path, @Nullable Body body, String action, String subject, Urgency urgency) {
        Asked asked = new Asked(method, action, subject, path, false, urgency);
        // A call that waits for another call's token holds a thread, too.
        try (Outages.Turn turn = context.outages().enter(door, subject);
                CallLimits.Permit _ = slots.take(urgency)) {
            return Exchange.withOneRetry(() -> {
                Token current = currentToken(null, turn);
                return exchange(request(method, path, body, current), asked, true, turn)
                        .or(() ->
                                exchange(request(method, path, body, currentToken(current, turn)), asked, false, turn))
                        .orElseThrow();
            });
        }
    }

    /**
     * The token to use.
     *
     * @param rejected the token with which a call was refused; null when any token will do
     */
    private Token currentToken(@Nullable Token rejected, Outages.Turn turn) {
        Optional<Token> known = usable(rejected);
        if (known.isPresent()) {
            return known.get();
        }
        RemoteFailure failureBefore = lastRenewalFailure;
        renewal.lock();
        try {
            // Another thread may have renewed the token while this one waited, or may have failed to. Without this
            // check each waiting thread would meet the same time-out, one after the other.
            RemoteFailure failure = lastRenewalFailure;
            if (failure != null && failure != failureBefore) {
                throw failure.copy();
            }
            return usable(rejected).orElseGet(() -> renew(turn));
        } finally {
            renewal.unlock();
        }
    }

    private Token renew(Outages.Turn turn) {
        try {
            Token fresh = fetchToken(turn);
            token = fresh;
            lastRenewalFailure = null;
            return fresh;
        } catch (RemoteFailure failure) {
            lastRenewalFailure = failure;
            throw failure;
        }
    }

    private Optional<Token> usable(@Nullable Token rejected) {
        return Optional.ofNullable(token)
                .filter(known -> !known.equals(rejected) && time.instant().isBefore(known.renewAt()));
    }

    private Token fetchToken(Outages.Turn turn) {
        String form = "grant_type=client_credentials&client_id=" + encode(setup.clientId()) + "&client_secret="
                + encode(setup.clientSecret().value());
        HttpRequest request = HttpRequest.newBuilder(uri("/token"))
                .timeout(readTimeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        // The urgency is that of orders whoever fetches the token, because orders wait for it.
        Asked asked = new Asked("POST", "POST /token", "token", "/token", true, Urgency.ORDER);
        JsonNode json = exchange(request, asked, false, turn).orElseThrow();
        Long life = Json.number(json, "expires_in");
        long seconds = life == null || life <= 0 ? LIFE_UNLESS_TOLD : Math.min(life, LIFE_AT_MOST);
        return new Token(json.path("access_token").asString(""), time.instant().plusMillis(seconds * 900));
    }

    private HttpRequest request(String method, String path, @Nullable Body body, Token with) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(readTimeout)
                .header("Authorization", "Bearer " + with.value())
                .header("Accept", "application/json");
        if (body == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", body.contentType())
                .method(method, body.content())
                .build();
    }

    /**
     * Makes the HTTP exchange.
     *
     * @return the answer; empty when the token was refused and the call may be made with another one
     */
    private Optional<JsonNode> exchange(HttpRequest request, Asked asked, boolean mayRenew, Outages.Turn turn) {
        context.limits().takeFromBudget(shop.toString(), setup.maxRequestsPerMinute(), asked.urgency());
        Instant began = time.instant();
        int status = 0;
        try {
            HttpResponse<String> answer = send(request, asked);
            status = answer.statusCode();
            Optional<JsonNode> json = status == 401 && mayRenew ? Optional.empty() : Optional.of(read(asked, answer));
            record(asked, status, null, began);
            // A token proves little: the shop may still refuse, or be too busy for, all other calls. So it does not end
            // an outage.
            if (json.isPresent() && !asked.token()) {
                turn.answered();
            }
            return json;
        } catch (RemoteFailure failure) {
            record(asked, status, failure, began);
            throw asked.token() ? turn.loginFailed(failure) : turn.failed(failure);
        }
    }

    private HttpResponse<String> send(HttpRequest request, Asked asked) {
        try {
            return exchange.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8), ANSWER_MAX_BYTES);
        } catch (Exchange.Broken broken) {
            throw StarwebAnswers.lost(asked.action(), broken);
        }
    }

    private JsonNode read(Asked asked, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status / 100 != 2) {
            throw refused(asked, answer);
        }
        limitPause.over();
        if (asked.token()) {
            return StarwebAnswers.token(asked.action(), status, answer.body());
        }
        // The body of an answer to DELETE differed between versions (section 2) and says nothing.
        return status == 204 || asked.method().equals("DELETE")
                ? MissingNode.getInstance()
                : StarwebAnswers.success(asked.action(), status, answer.body());
    }

    private RemoteFailure refused(Asked asked, HttpResponse<String> answer) {
        return StarwebAnswers.refused(
                asked.action(),
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("Retry-After").orElse(null),
                asked.token(),
                limitPause,
                time);
    }

    private void record(Asked asked, int status, @Nullable RemoteFailure failure, Instant began) {
        String path = asked.path();
        context.log()
                .record(new CallRecord(
                        RemoteSystem.STARWEB,
                        shop.tenant(),
                        shop.shop(),
                        asked.action(),
                        asked.subject(),
                        path.contains("?") ? path.substring(0, path.indexOf('?')) : path,
                        status,
                        failure == null ? "" : failure.code(),
                        failure == null ? null : failure.kind(),
                        Duration.between(began, time.instant())));
    }

    private URI uri(String path) {
        return URI.create(setup.baseUrl() + path);
    }

    /**
     * Encodes a value for a query or a form. {@code +} becomes {@code %2B}, because Starweb reads a bare one as a space
     * (section 2).
     */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static String queryTime(Instant instant) {
        return encode(QUERY_TIME.format(instant.atOffset(ZoneOffset.UTC)));
    }
}
