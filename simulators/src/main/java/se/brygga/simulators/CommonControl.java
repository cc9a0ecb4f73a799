package se.brygga.simulators;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The part of a control API that both simulators have: faults, quirks, the clock and the log of requests. */
public final class CommonControl {

    /** A quirk in the form of the control API. */
    private record Told(String name, List<String> values, String meaning) {

        Told(Quirks.Quirk quirk) {
            this(quirk.key(), quirk.choices(), quirk.meaning());
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Faults faults;
    private final SimClock clock;
    private final RequestLog log;
    private final Function<String, Quirks> quirksOf;

    /** @param quirksOf quirks by shop or account; throws {@link IllegalArgumentException} for an unknown one */
    public CommonControl(Faults faults, SimClock clock, RequestLog log, Function<String, Quirks> quirksOf) {
        this.faults = faults;
        this.clock = clock;
        this.log = log;
        this.quirksOf = quirksOf;
    }

    /**
     * Answers if the path belongs to the common part.
     *
     * @param path below {@code /__sim}
     * @throws IllegalArgumentException the request cannot be understood; the text says why
     */
    public Optional<SimResponse> handle(SimRequest request, List<String> path) {
        return switch (path.getFirst()) {
            case "faults" -> Optional.of(faults(request));
            case "quirks" -> Optional.of(quirks(request, path));
            case "clock" -> Optional.of(clock(request));
            case "requests" -> Optional.of(requests(request));
            default -> Optional.empty();
        };
    }

    private SimResponse faults(SimRequest request) {
        return switch (request.method()) {
            case "POST" -> {
                faults.add(fault(body(request)));
                yield SimResponse.empty(204);
            }
            case "DELETE" -> {
                faults.clear();
                yield SimResponse.empty(204);
            }
            default -> json(faults.played());
        };
    }

    private static Fault fault(JsonNode wish) {
        return new Fault(
                wish.path("match").asString(""),
                constant(Fault.Kind.class, wish.path("kind").asString("")),
                wish.path("times").asInt(0),
                wish.path("percent").asInt(100),
                wish.path("status").asInt(500),
                wish.path("body").asString(null),
                wish.path("delayMillis").asLong(0),
                wish.path("retryAfter").asString(null),
                wish.path("about").asString(null),
                wish.path("skip").asInt(0));
    }

    private SimResponse quirks(SimRequest request, List<String> path) {
        if (path.size() < 2) {
            throw new IllegalArgumentException("say whose quirks: /__sim/quirks/{shop or account}");
        }
        Quirks quirks = quirksOf.apply(path.get(1));
        return switch (request.method()) {
            case "PUT" -> {
                body(request)
                        .properties()
                        .forEach(entry ->
                                quirks.set(entry.getKey(), entry.getValue().asString()));
                yield SimResponse.empty(204);
            }
            case "DELETE" -> {
                quirks.reset();
                yield SimResponse.empty(204);
            }
            default -> json(quirks.known().stream().map(Told::new).toList());
        };
    }

    private SimResponse clock(SimRequest request) {
        String wish = body(request).path("advance").asString("PT0S");
        try {
            clock.advance(Duration.parse(wish));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("advance is a duration like PT30M, not " + wish, e);
        }
        return json(clock.instant().toString());
    }

    private SimResponse requests(SimRequest request) {
        if (request.method().equals("DELETE")) {
            log.clear();
            return SimResponse.empty(204);
        }
        return json(log.newestFirst());
    }

    /** Whether a person pressed a button of a page. JSON may be announced as a form: curl does so. */
    public static boolean isForm(SimRequest request) {
        return request.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")
                && !request.bodyAs(StandardCharsets.UTF_8).startsWith("{");
    }

    /** A request's body as JSON, the fields of a form as texts; an empty object when there is none. */
    public static JsonNode body(SimRequest request) {
        if (isForm(request)) {
            ObjectNode fields = JSON.createObjectNode();
            request.form(StandardCharsets.UTF_8)
                    .forEach(
                            (name, values) -> fields.put(name, values.getFirst().strip()));
            return fields;
        }
        String text = request.bodyAs(StandardCharsets.UTF_8);
        try {
            return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the body is not JSON", e);
        }
    }

    /** A constant by its name, with hyphens or underscores, in any case of letters. */
    public static <E extends Enum<E>> E constant(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "no " + type.getSimpleName() + " " + name + "; there are " + List.of(type.getEnumConstants()), e);
        }
    }

    public static SimResponse json(Object value) {
        return SimResponse.json(200, JSON.writeValueAsString(value));
    }

    /** The answer to a request that the control API does not understand. */
    public static SimResponse refused(IllegalArgumentException reason) {
        return SimResponse.of(400, "text/plain", String.valueOf(reason.getMessage()), StandardCharsets.UTF_8);
    }
}
