package se.brygga.simulators.starweb;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;

/** Tokens and the limit per minute of one shop's client. */
final class Tokens {

    private final Clock clock;
    private final String shop;
    private final Quirks quirks;
    private final Random random;
    private final ConcurrentMap<String, Instant> valid = new ConcurrentHashMap<>();
    private volatile Duration life = Duration.ofHours(1);
    private volatile int perMinute = 1_000;
    private long minute;
    private int used;

    /** @param random makes the tokens */
    Tokens(Clock clock, String shop, Quirks quirks, Random random) {
        this.clock = clock;
        this.shop = shop;
        this.quirks = quirks;
        this.random = random;
    }

    void life(Duration newLife) {
        life = newLife;
    }

    void perMinute(int limit) {
        perMinute = limit;
    }

    void revokeAll() {
        valid.clear();
    }

    /** Fixed window, the token call counted. */
    synchronized void count() {
        long now = clock.instant().getEpochSecond() / 60;
        used = now == minute ? used + 1 : 1;
        minute = now;
        if (used > perMinute) {
            throw ApiError.limited(
                    quirks.number(StarwebQuirk.LIMIT_SIGNAL), perMinute, quirks.number(StarwebQuirk.LIMIT_RETRY_AFTER));
        }
    }

    SimResponse issue(SimRequest request) {
        boolean form = request.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded");
        Map<String, List<String>> body = request.form(StandardCharsets.UTF_8);
        boolean right = List.of("client_credentials").equals(body.get("grant_type"))
                && List.of("sim." + shop).equals(body.get("client_id"))
                && List.of("secret-" + shop).equals(body.get("client_secret"));
        boolean granted = quirks.is(StarwebQuirk.ACCESS, "granted");
        if (!granted || !form || !right || !request.method().equals("POST")) {
            throw new ApiError(400, "invalid_client", "Client authentication failed");
        }
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        if (quirks.is(StarwebQuirk.SINGLE_TOKEN, "true")) {
            valid.clear();
        }
        valid.put(token, clock.instant().plus(life));
        return SimResponse.json(
                200, "{\"access_token\":\"" + token + "\",\"scope\":\"\",\"expires_in\":" + life.toSeconds() + "}");
    }

    void check(SimRequest request) {
        String header = request.header("authorization").orElse("");
        Instant until = header.startsWith("Bearer ") ? valid.get(header.substring("Bearer ".length())) : null;
        boolean granted = quirks.is(StarwebQuirk.ACCESS, "granted");
        if (!granted || until == null || !clock.instant().isBefore(until)) {
            throw new ApiError(401, "invalid_token", "The access token is invalid or has expired");
        }
    }
}
