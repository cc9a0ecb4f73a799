package se.brygga.simulators.starweb.wire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.brygga.simulators.SimRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call below {@code /api/v2}, with the checks that every resource makes (S-11). */
public final class ApiCall {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final SimRequest request;
    private final List<String> path;
    private final Map<String, List<String>> query;

    /** @param path below {@code /api/v2}, split at slashes */
    public ApiCall(SimRequest request, List<String> path) {
        this.request = request;
        this.path = path;
        this.query = request.query(StandardCharsets.UTF_8);
    }

    public String method() {
        return request.method();
    }

    public boolean is(String method, int segments) {
        return method().equals(method) && path.size() == segments;
    }

    public int segments() {
        return path.size();
    }

    public String segment(int index) {
        return path.get(index);
    }

    /** A number in the path; anything else is an object that does not exist. */
    public long id(int index) {
        try {
            return Long.parseLong(path.get(index));
        } catch (NumberFormatException e) {
            throw ApiError.notFound();
        }
    }

    public ApiError refused() {
        return ApiError.methodNotAllowed(method());
    }

    public Optional<String> query(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** An id or the like in the query; anything but a number is refused. */
    public Optional<Long> number(String name) {
        try {
            return query(name).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw ApiError.badRequest(name + " must be a number");
        }
    }

    public boolean flag(String name) {
        return query(name)
                .filter(value -> value.equals("true") || value.equals("1"))
                .isPresent();
    }

    /** One of the given values, the first when it is left out. */
    public String choice(String name, List<String> allowed) {
        String value = query(name).orElse(allowed.getFirst());
        return allowed.stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest(name + " must be one of " + allowed));
    }

    public Set<String> includes(Set<String> known) {
        Set<String> includes = query("include")
                .map(text -> Arrays.stream(text.split(",")).collect(Collectors.toSet()))
                .orElse(Set.of());
        if (!known.containsAll(includes)) {
            throw ApiError.badRequest("unknown include");
        }
        return includes;
    }

    public int page() {
        try {
            int page = Integer.parseInt(query("page").orElse("1"));
            if (page >= 1) {
                return page;
            }
        } catch (NumberFormatException e) {
            // Falls through to the refusal.
        }
        throw ApiError.badRequest("page must be a number from 1");
    }

    /** A {@code +} that was not encoded has become a space, and is refused as by the real thing. */
    public Optional<Instant> time(String name) {
        try {
            return query(name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw ApiError.badRequest(name + " is not a time with an offset");
        }
    }

    /** The body: an object that is not wrapped in {@code data}. */
    public JsonNode body() {
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body.isObject() && !body.has("data")) {
                return body;
            }
        } catch (JacksonException e) {
            // Falls through to the refusal.
        }
        throw ApiError.badRequest("expected an unwrapped JSON object");
    }

    /** The request as it came, for a body that is not JSON. */
    public SimRequest request() {
        return request;
    }

    /** The address of the shop without its API's path, as the caller wrote it. */
    public String shopAddress() {
        String below = request.path().substring(0, request.path().indexOf("/api/v2"));
        return "http://" + request.header("Host").orElse("127.0.0.1") + below;
    }

    public static void length(JsonNode body, String field, int most) {
        if (body.path(field).asString("").length() > most) {
            throw ApiError.badRequest(field + " is longer than " + most);
        }
    }

    public static void required(JsonNode body, String field) {
        if (body.path(field).asString("").isBlank()) {
            throw ApiError.badRequest(field + " is required");
        }
    }
}
