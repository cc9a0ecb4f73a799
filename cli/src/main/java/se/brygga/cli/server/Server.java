package se.brygga.cli.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.terminal.Line;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The starter's API, as the holder of one token reaches it. */
public final class Server {

    /** Reads amounts with all their decimals. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);

    /** Enough for twenty decisions, each of which waits for a slow worker. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(10);

    /** The longest page that the starter gives. */
    private static final int LONGEST_PAGE = 1000;

    private static final int TRIES = 4;
    private static final int LONGEST_PAUSE_SECONDS = 10;

    private final Supplier<Profile> profile;
    private final Locale language;

    private Server(Supplier<Profile> profile, Locale language) {
        this.profile = profile;
        this.language = language;
    }

    /** The starter of this profile. The profile is looked up when a command first needs it. */
    public static Server of(Supplier<Profile> profile) {
        return new Server(profile, Locale.ENGLISH);
    }

    /** This starter with texts in another language. */
    public Server in(Locale wanted) {
        return new Server(profile, wanted);
    }

    /**
     * Reads something from the starter.
     *
     * @param path below {@code /api/v1}
     * @param query null values are left out
     * @throws ServerTrouble the starter does not answer, or refuses; {@link ServerTrouble#text} says why
     */
    public JsonNode get(String path, Map<String, @Nullable Object> query) {
        String parameters = query.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one ->
                        one.getKey() + "=" + URLEncoder.encode(String.valueOf(one.getValue()), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        return exchange(
                request(path + (parameters.isEmpty() ? "" : "?" + parameters)).GET());
    }

    /**
     * Reads a list, page by page.
     *
     * @param lines the field of the answer that holds the list
     * @param limit the largest number of lines wanted
     * @return the first page's answer with the lines of all pages; its {@code next} is text where there are more
     */
    public JsonNode pages(String path, Map<String, @Nullable Object> query, String lines, int limit) {
        Map<String, @Nullable Object> asked = new HashMap<>(query);
        asked.put("limit", Math.min(limit, LONGEST_PAGE));
        ObjectNode first = (ObjectNode) get(path, asked);
        ArrayNode all = first.withArray(lines);
        while (first.path("next").isString() && all.size() < limit) {
            asked.put("after", first.path("next").asString());
            asked.put("limit", Math.min(limit - all.size(), LONGEST_PAGE));
            JsonNode page = get(path, asked);
            page.path(lines).forEach(all::add);
            first.set("next", page.path("next"));
        }
        return first;
    }

    /**
     * Changes something in the starter, once: a request whose answer was lost is sent again with the same idempotency
     * key.
     *
     * @throws ServerTrouble as in {@link #get}
     */
    public JsonNode post(String path, Object body) {
        return exchange(changing(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /**
     * Replaces one version of something, once.
     *
     * @param version the version that was read; 0 where there was none
     * @throws ServerTrouble as in {@link #get}, and if another version is in force
     */
    public JsonNode put(String path, int version, Object body) {
        HttpRequest.Builder request = changing(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return exchange(
                version == 0
                        ? request.header("If-None-Match", "*")
                        : request.header("If-Match", "\"" + version + "\""));
    }

    private HttpRequest.Builder changing(String path) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** A path of these steps; each step is encoded. */
    public static String path(Object... steps) {
        return Arrays.stream(steps)
                .map(step -> URLEncoder.encode(step.toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .collect(Collectors.joining("/", "/", ""));
    }

    /** The answer as a view. */
    public static <V> V read(JsonNode answer, Class<V> view) {
        return JSON.treeToValue(answer, view);
    }

    /** The answer as programs read it: a line for each value. */
    public static String text(JsonNode answer) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    private HttpRequest.Builder request(String path) {
        Profile to = profile.get();
        return HttpRequest.newBuilder(URI.create(to.url() + "/api/v1" + path))
                .timeout(ANSWERED_WITHIN)
                .header("Accept", "application/json")
                .header("Accept-Language", language.getLanguage())
                .header("Authorization", "Bearer " + to.token());
    }

    private JsonNode exchange(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTED_WITHIN)
                .build()) {
            HttpResponse<String> answer = send(http, request);
            for (int tries = 1; tries < TRIES && isToWait(answer); tries++) {
                Thread.sleep(Duration.ofSeconds(pause(answer)));
                answer = send(http, request);
            }
            return answered(answer);
        } catch (IOException away) {
            throw ServerTrouble.away(
                    Line.SERVER_AWAY,
                    request.uri().getAuthority(),
                    away.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServerTrouble.away(Line.SERVER_NOT_AWAITED);
        }
    }

    /**
     * Sends the request, and sends it once more where the connection broke. A request that is sent twice counts once.
     */
    private static HttpResponse<String> send(HttpClient http, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (java.net.ConnectException nobody) {
            throw nobody;
        } catch (IOException broken) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static boolean isToWait(HttpResponse<String> answer) {
        return answer.statusCode() >= 400
                && answer.headers().firstValue("Retry-After").isPresent();
    }

    private static long pause(HttpResponse<String> answer) {
        return Math.clamp(answer.headers().firstValueAsLong("Retry-After").orElse(1), 1, LONGEST_PAUSE_SECONDS);
    }

    private static JsonNode answered(HttpResponse<String> answer) {
        try {
            JsonNode json = JSON.readTree(answer.body());
            if (answer.statusCode() / 100 == 2) {
                return json;
            }
            JsonNode detail = json.path("detail");
            throw ServerTrouble.answered(
                    answer.statusCode(),
                    detail.isString() ? detail.asString() : null,
                    answer.statusCode() >= 500 || isToWait(answer));
        } catch (JacksonException foreign) {
            throw ServerTrouble.refused(Line.SERVER_FOREIGN, answer.uri().getAuthority(), answer.statusCode());
        }
    }
}
